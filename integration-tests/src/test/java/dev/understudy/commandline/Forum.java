package dev.understudy.commandline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A database whose links are mostly in the heads of its makers: one column, two columns, required and not, by a type column
 * of texts, of numbers, and of a link of its own; with rows that break them.
 */
final class Forum {
    static final int USERS = 300;
    static final int TICKETS = 1000;
    static final int COMMENTS = 1200;

    /** What the configuration says of it. */
    static final String LINKS = """
            links:
              - {from: ticket.user_ref, to: app_user.id}
              - {from: ticket.requester, to: [app_user.id]}
              - {from: [depot.country, depot.region_code], to: [region.country, region.code]}
              - from: remark.subject_id
                by: remark.subject_type
                to: {post: post.id, photo: photo.id}
              - {from: note.owner_id, by: note.owner_kind, to: {1: post.id, 2: app_user.id, 7: note.id}}
              - {from: tagged.object_id, by: tagged.kind_id, to: {1: post.id, 2: photo.id}}
            """;

    /** Queries for rows that break one of the links; each counts them. */
    static final List<String> ORPHANS = List.of(
            "SELECT count(*) FROM ticket t WHERE user_ref IS NOT NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM app_user u WHERE u.id = t.user_ref)",
            "SELECT count(*) FROM ticket t WHERE NOT EXISTS (SELECT 1 FROM app_user u WHERE u.id = t.requester)",
            "SELECT count(*) FROM depot d WHERE NOT EXISTS"
                    + " (SELECT 1 FROM region r WHERE r.country = d.country AND r.code = d.region_code)",
            "SELECT count(*) FROM remark c WHERE subject_type = 'post'"
                    + " AND NOT EXISTS (SELECT 1 FROM post p WHERE p.id = c.subject_id)",
            "SELECT count(*) FROM remark c WHERE subject_type = 'photo'"
                    + " AND NOT EXISTS (SELECT 1 FROM photo p WHERE p.id = c.subject_id)",
            "SELECT count(*) FROM note n WHERE owner_kind = 1 AND owner_id IS NOT NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM post p WHERE p.id = n.owner_id)",
            "SELECT count(*) FROM note n WHERE owner_kind = 2 AND owner_id IS NOT NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM app_user p WHERE p.id = n.owner_id)",
            "SELECT count(*) FROM note n WHERE owner_kind = 7 AND owner_id IS NOT NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM note p WHERE p.id = n.owner_id)",
            "SELECT count(*) FROM tagged t WHERE kind_id = 1"
                    + " AND NOT EXISTS (SELECT 1 FROM post p WHERE p.id = t.object_id)",
            "SELECT count(*) FROM tagged t WHERE kind_id = 2"
                    + " AND NOT EXISTS (SELECT 1 FROM photo p WHERE p.id = t.object_id)");

    private Forum() {}

    /** Makes the tables. */
    static void make(String url) throws SQLException {
        Contents.execute(
                url,
                "CREATE TABLE app_user (id INT PRIMARY KEY, nick VARCHAR(40) NOT NULL)",
                "CREATE TABLE region (country CHAR(2) NOT NULL, code INT NOT NULL, title VARCHAR(40) NOT NULL,"
                        + " PRIMARY KEY (country, code))",
                "CREATE TABLE post (id INT PRIMARY KEY, headline VARCHAR(80) NOT NULL)",
                "CREATE TABLE photo (id INT PRIMARY KEY, width INT NOT NULL)",
                "CREATE TABLE kind (id INT PRIMARY KEY, label VARCHAR(20) NOT NULL)",
                "CREATE TABLE ticket (id INT PRIMARY KEY, user_ref INT, requester INT NOT NULL, opened DATE NOT NULL)",
                "CREATE TABLE depot (id INT PRIMARY KEY, country CHAR(2) NOT NULL, region_code INT NOT NULL,"
                        + " places INT NOT NULL)",
                "CREATE TABLE remark (id INT PRIMARY KEY, subject_type VARCHAR(10) NOT NULL, subject_id INT NOT NULL,"
                        + " author INT NOT NULL, stars INT NOT NULL, UNIQUE (subject_type, subject_id, author))",
                "CREATE TABLE note (id INT PRIMARY KEY, owner_kind INT, owner_id INT, size INT NOT NULL)",
                "CREATE TABLE tagged (id INT PRIMARY KEY, kind_id INT NOT NULL, object_id INT NOT NULL,"
                        + " CONSTRAINT tagged_kind FOREIGN KEY (kind_id) REFERENCES kind (id))");
    }

    /** Fills them: a tenth of the tickets have users that are gone, twenty remarks are on videos, of which there is no table. */
    static void fill(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            rows(connection, "INSERT INTO app_user VALUES (?, ?)", USERS, i -> new Object[] {i, "nick" + i});
            rows(connection, "INSERT INTO region VALUES (?, ?, ?)", 12, i ->
                    new Object[] {i % 2 == 0 ? "DE" : "FR", 10 + i / 2, "Region " + i});
            rows(connection, "INSERT INTO post VALUES (?, ?)", 200, i -> new Object[] {i, "On " + i + " things"});
            rows(connection, "INSERT INTO photo VALUES (?, ?)", 150, i -> new Object[] {1000 + i, 100 + i % 50});
            statement.execute("INSERT INTO kind VALUES (1, 'post'), (2, 'photo')");
            rows(connection, "INSERT INTO ticket VALUES (?, ?, ?, DATE '2024-01-01')", TICKETS, i -> new Object[] {
                i,
                i % 10 == 0 ? null : i % 10 == 1 ? 5000 + i : (Integer) (1 + i * 7 % USERS),
                i % 20 == 3 ? 0 : 1 + i * 11 % USERS
            });
            rows(connection, "INSERT INTO depot VALUES (?, ?, ?, ?)", 240, i ->
                    new Object[] {i, i % 2 == 0 ? "DE" : "FR", 10 + i % 12 / 2, i % 9});
            rows(connection, "INSERT INTO remark VALUES (?, ?, ?, ?, ?)", COMMENTS, i -> new Object[] {
                i,
                i % 60 == 0 ? "video" : i % 3 == 0 ? "photo" : "post",
                i % 60 == 0 ? 90_000 + i : i % 3 == 0 ? 1001 + i % 150 : 1 + i * 13 % 200,
                1 + (i + i / USERS) % USERS,
                i % 3 == 0 ? 5 : 1 + i % 4
            });
            rows(connection, "INSERT INTO note VALUES (?, ?, ?, ?)", 600, i -> new Object[] {
                i,
                i % 4 == 0 ? null : i % 4 == 1 ? (Integer) 1 : i % 4 == 2 ? (Integer) 2 : (Integer) 7,
                i % 4 == 0 || i % 8 == 1 ? null : i % 4 == 1 ? (Integer) (1 + i % 200) : (Integer) (1 + i % 300),
                i % 30
            });
            rows(connection, "INSERT INTO tagged VALUES (?, ?, ?)", 500, i ->
                    new Object[] {i, 1 + i % 2, i % 2 == 0 ? 1 + i % 200 : 1001 + i % 150});
            connection.commit();
        }
    }

    private interface Row {
        Object[] of(int number);
    }

    private static void rows(Connection connection, String insert, int rows, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 1; i <= rows; i++) {
                Object[] values = row.of(i);
                for (int c = 0; c < values.length; c++) {
                    statement.setObject(c + 1, values[c]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The one number that a query returns. */
    static long number(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
