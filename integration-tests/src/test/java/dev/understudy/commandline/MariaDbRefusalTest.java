package dev.understudy.commandline;

import java.sql.SQLException;
import java.util.List;

class MariaDbRefusalTest extends RefusalContract {
    MariaDbRefusalTest() {
        super(DatabaseCase.MARIADB);
    }

    @Override
    List<String> otherSpellings(String url) {
        return List.of(
                url.replaceFirst("//[^:/]+", "//127.0.0.1"),
                url.replaceFirst("jdbc:mariadb:", "jdbc:mysql:"),
                url + "&connectTimeout=5000");
    }

    @Override
    String withPassword(String url, String password) {
        return url.replaceFirst("password=[^&]*", "password=" + password);
    }

    @Override
    String missing(String url) {
        return url.replaceFirst("(//[^/]+/)[^?]*", "$1no_such_database");
    }

    @Override
    List<String> readOnly(String url) throws SQLException {
        String database = url.replaceFirst("^.*/", "").replaceFirst("\\?.*", "");
        Contents.execute(
                url,
                "CREATE OR REPLACE USER line_reader@'%' IDENTIFIED BY 'reader'",
                "CREATE OR REPLACE USER line_writer@'%' IDENTIFIED BY 'writer'",
                "GRANT SELECT ON " + database + ".* TO line_reader@'%'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON " + database + ".* TO line_writer@'%'");
        return List.of(as(url, "line_reader", "reader"), as(url, "line_writer", "writer"));
    }

    private static String as(String url, String user, String password) {
        return url.replaceFirst("user=[^&]*", "user=" + user).replaceFirst("password=[^&]*", "password=" + password);
    }
}
