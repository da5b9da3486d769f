package dev.understudy.connect;

import dev.understudy.schema.Vendor;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * What a vendor's driver wants to hear before it connects, and what a fresh connection is told first.
 *
 * @param vendor     told from the URL
 * @param url        the URL that the driver understands
 * @param properties connection properties, credentials included
 * @param greeting   a statement for every new connection; null for none, as the pool wants it
 */
record Dialling(Vendor vendor, String url, Properties properties, String greeting) {
    private static final String MYSQL = "jdbc:mysql:";
    private static final String MARIADB = "jdbc:mariadb:";
    private static final String SECONDS = "10";
    private static final String PATIENCE = "15000";
    /** 64 MB. */
    private static final String SQLITE_CACHE = "-65536";
    /** SQLITE_OPEN_READONLY. */
    private static final String SQLITE_READ_ONLY = "1";

    private static final String MILLISECONDS = "10000";

    static Dialling of(Access access) {
        Properties properties = new Properties();
        if (!access.user().isEmpty()) {
            properties.setProperty("user", access.user());
        }
        if (!access.password().isEmpty()) {
            properties.setProperty("password", access.password());
        }
        Dialling dialling = of(access, properties);
        access.tls().ifPresent(tls -> tls.tell(dialling.vendor(), dialling.properties()));
        return dialling;
    }

    private static Dialling of(Access access, Properties properties) {
        String url = access.url();
        if (url.startsWith("jdbc:postgresql:")) {
            return postgresql(url, properties, access.readOnly());
        }
        if (url.startsWith(MARIADB) || url.startsWith(MYSQL)) {
            String understood = url.startsWith(MYSQL) ? MARIADB + url.substring(MYSQL.length()) : url;
            return mariadb(understood, properties);
        }
        if (url.startsWith("jdbc:h2:")) {
            return h2(url, properties, access.readOnly());
        }
        if (url.startsWith("jdbc:sqlite:")) {
            return sqlite(url, properties, access.readOnly());
        }
        return new Dialling(Vendor.GENERIC, url, properties, null);
    }

    private static Dialling postgresql(String url, Properties properties, boolean readOnly) {
        properties.setProperty("ApplicationName", "understudy");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        // The detail line of an error quotes the row.
        properties.setProperty("logServerErrorDetail", "false");
        if (readOnly) {
            properties.setProperty("readOnlyMode", "always");
        }
        return new Dialling(Vendor.POSTGRESQL, url, properties, "SET TIME ZONE 'UTC'");
    }

    private static Dialling mariadb(String url, Properties properties) {
        properties.setProperty("allowLocalInfile", "true");
        properties.setProperty("connectTimeout", MILLISECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("tinyInt1isBit", "false");
        // A dumped statement would show data.
        properties.setProperty("dumpQueriesOnException", "false");
        properties.setProperty("includeInnodbStatusInDeadlockExceptions", "false");
        // Without NO_AUTO_VALUE_ON_ZERO a key of 0 would be numbered anew; strict, so that no value is bent silently.
        String greeting = "SET time_zone = '+00:00', "
                + "sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION'";
        return new Dialling(Vendor.MARIADB, url, properties, greeting);
    }

    private static Dialling h2(String url, Properties properties, boolean readOnly) {
        // Closed when the run has put its target back, not at once when the process is told to end.
        properties.setProperty("DB_CLOSE_ON_EXIT", "FALSE");
        if (readOnly && !url.startsWith("jdbc:h2:mem:")) {
            // Otherwise a mistyped name makes an empty file.
            properties.setProperty("IFEXISTS", "TRUE");
        }
        return new Dialling(Vendor.H2, url, properties, "SET TIME ZONE 'UTC'");
    }

    private static Dialling sqlite(String url, Properties properties, boolean readOnly) {
        // Of our own sessions only: others wait for a file that is locked as they like, and check links or not.
        properties.setProperty("busy_timeout", PATIENCE);
        properties.setProperty("foreign_keys", "false");
        properties.setProperty("cache_size", SQLITE_CACHE);
        if (readOnly) {
            properties.setProperty("open_mode", SQLITE_READ_ONLY);
        }
        return new Dialling(Vendor.SQLITE, url, properties, null);
    }

    /** Opens connections through the driver that answers to the URL. @param forRows true if rows are to be written */
    DataSource dataSource(boolean forRows) {
        return new DriverDataSource(vendor, url, properties, forRows);
    }

    /** The pool's view of a driver. It logs nothing, because a driver's log may hold statements with values. */
    private record DriverDataSource(Vendor vendor, String url, Properties properties, boolean forRows)
            implements DataSource {
        private static final int SECONDS_TO_LOG_IN = 5;

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = DriverManager.getConnection(url, properties);
            if (vendor == Vendor.SQLITE) {
                SqliteHash.teach(connection);
            }
            if (vendor == Vendor.H2 && forRows) {
                H2Storage.keepWhole(connection);
            }
            return connection;
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLFeatureNotSupportedException("The access names the user.");
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return SECONDS_TO_LOG_IN;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException("No log is written.");
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("Wraps nothing.");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }

        @Override
        public String toString() {
            return "driver";
        }
    }
}
