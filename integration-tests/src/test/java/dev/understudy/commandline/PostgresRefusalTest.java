package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.servers.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresRefusalTest extends RefusalContract {
    PostgresRefusalTest() {
        super(DatabaseCase.POSTGRESQL);
    }

    @Override
    List<String> otherSpellings(String url) {
        return List.of(url.replaceFirst("//[^:/]+", "//127.0.0.1"), url + "&ApplicationName=other");
    }

    @Override
    String withPassword(String url, String password) {
        // The embedded server trusts everybody it knows.
        return url.replaceFirst("user=[^&]*", "user=nobody_knows_me")
                .replaceFirst("password=[^&]*", "password=" + password);
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
                "DROP ROLE IF EXISTS line_reader",
                "DROP ROLE IF EXISTS line_stranger",
                "CREATE ROLE line_reader LOGIN PASSWORD 'reader'",
                "CREATE ROLE line_stranger LOGIN PASSWORD 'stranger'",
                "ALTER ROLE line_reader SET default_transaction_read_only = on",
                "GRANT ALL ON SCHEMA public TO line_reader");
        Contents.execute(url, "ALTER DATABASE " + database + " SET default_transaction_read_only = on");
        String sealed = url + "&assumeMinServerVersion=9.0";
        List<String> ways = List.of(sealed, as(url, "line_reader", "reader"), as(url, "line_stranger", "stranger"));
        return ways;
    }

    private static String as(String url, String user, String password) {
        return url.replaceFirst("user=[^&]*", "user=" + user).replaceFirst("password=[^&]*", "password=" + password);
    }

    @Test
    void aRoleWithoutTheRightToCreateIsRefused() throws SQLException {
        String target = PostgresServer.shared().createDatabase("line_granted");
        Contents.execute(
                target,
                "DROP ROLE IF EXISTS line_guest",
                "CREATE ROLE line_guest LOGIN PASSWORD 'guest'",
                "REVOKE CREATE ON SCHEMA public FROM public");
        cloning(DatabaseCase.POSTGRESQL.source(), as(target, "line_guest", "guest"))
                .refused(3, "may not create tables in schema public");
        assertThat(Contents.of(target)).isEmpty();
    }
}
