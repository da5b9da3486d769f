package dev.understudy.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** A server's own bulk load of rows that were encoded before, over one connection. */
final class OwnLoad {
    private final Path folder;
    private final boolean postgres;
    private final Map<String, Path> files = new LinkedHashMap<>();

    OwnLoad(Path folder, boolean postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** Writes the rows of some tables to files in the form that the server loads fastest. */
    void encode(String url, List<String> tables) throws SQLException, IOException {
        files.values().forEach(OwnLoad::delete);
        files.clear();
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String table : tables) {
                Path file = folder.resolve(table + ".rows");
                try (OutputStream out = Files.newOutputStream(file)) {
                    if (postgres) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyOut("COPY " + table + " TO STDOUT (FORMAT binary)", out);
                    } else {
                        TabbedRows.write(connection, table, out);
                    }
                }
                files.put(table, file);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files.values()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** Loads all files, each in a transaction. @return seconds */
    double load(String url) throws SQLException, IOException {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                try (InputStream in = Files.newInputStream(file.getValue())) {
                    if (postgres) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn("COPY " + file.getKey() + " FROM STDIN (FORMAT binary)", in, 1 << 16);
                    } else {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("SET foreign_key_checks = 0");
                            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(in);
                            statement.execute("LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + file.getKey());
                        }
                    }
                }
                connection.commit();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** @return seconds */
    static double run(String url, List<String> statements) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
