package dev.understudy.commandline;

import dev.understudy.servers.MariaDbServer;
import dev.understudy.servers.PostgresServer;
import dev.understudy.servers.ScratchFolders;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** The vendors that the command line is tested with, and how each gives databases. */
public enum DatabaseCase {
    POSTGRESQL {
        @Override
        public String empty(String name) {
            return PostgresServer.shared().createDatabase("line_" + name);
        }
    },
    MARIADB {
        @Override
        public String empty(String name) {
            return MariaDbServer.shared().createDatabase("line_" + name);
        }
    },
    H2 {
        @Override
        public String empty(String name) {
            try {
                // In a folder of its own, so that a second call gives a second database.
                Path folder = ScratchFolders.create("line");
                String url = "jdbc:h2:file:" + folder.resolve(name);
                DriverManager.getConnection(url).close();
                return url;
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be made", e);
            }
        }
    },
    /** A target only: its sources are those of H2. */
    SQLITE {
        @Override
        public String empty(String name) {
            String url = "jdbc:sqlite:" + ScratchFolders.create("line").resolve(name + ".db");
            try {
                // A file that is written first when something stands in it.
                Contents.execute(url, "VACUUM");
                return url;
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be made", e);
            }
        }

        @Override
        public String source() {
            return H2.source();
        }

        @Override
        public String freshSource(String name) {
            return H2.freshSource(name);
        }
    };

    private static final Map<DatabaseCase, String> SOURCES = new EnumMap<>(DatabaseCase.class);

    /** Makes an empty database and gives its URL, which carries user and password. */
    public abstract String empty(String name);

    /** {@link SmallOrders}, made once and never written again. */
    public String source() {
        synchronized (SOURCES) {
            return SOURCES.computeIfAbsent(this, vendor -> vendor.freshSource("orders"));
        }
    }

    /** {@link SmallOrders} in a database of its own. */
    public String freshSource(String name) {
        String url = empty(name);
        try {
            SmallOrders.fill(url);
        } catch (SQLException e) {
            throw new IllegalStateException("The source cannot be filled", e);
        }
        return url;
    }
}
