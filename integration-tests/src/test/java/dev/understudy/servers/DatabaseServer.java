package dev.understudy.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A server that tests may fill. */
public interface DatabaseServer {
    /** Put before every database that tests make, so that a named server keeps whatever else it holds. */
    String PREFIX = "understudy_test_";

    /**
     * Makes an empty database, replacing one that an earlier test left.
     *
     * @param name letters, digits and underscores
     * @return a JDBC URL with user and password in it, allowed to do everything
     */
    String createDatabase(String name);

    /** User of every URL that this server gives. */
    String user();

    String password();

    /** Makes an empty database and opens it. */
    default Connection open(String name) throws SQLException {
        return DriverManager.getConnection(createDatabase(name));
    }
}
