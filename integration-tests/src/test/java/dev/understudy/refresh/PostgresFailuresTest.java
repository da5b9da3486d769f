package dev.understudy.refresh;

import dev.understudy.servers.PostgresServer;
import java.sql.SQLException;
import java.util.List;

class PostgresFailuresTest extends FailuresContract {
    @Override
    String source() throws SQLException {
        String source = PostgresServer.shared().createDatabase("failures_source");
        DecoratedShop.makeSource(source);
        return source;
    }

    @Override
    String target() {
        return PostgresServer.shared().createDatabase("failures_target");
    }

    @Override
    void prepare(String target) throws SQLException {
        DecoratedShop.decorate(target);
    }

    @Override
    List<String> looks() {
        return DecoratedShop.LOOKS;
    }

    @Override
    List<String> catalog(String target) throws SQLException {
        return DecoratedShop.catalog(target).stream()
                .filter(line -> !line.startsWith("statistics of") && !line.contains("understudy_next_"))
                .toList();
    }

    @Override
    void disturb(String target, boolean end) throws SQLException {
        DecoratedShop.ask(
                target,
                "SELECT count(%s(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"
                        .formatted(end ? "pg_terminate_backend" : "pg_cancel_backend"));
    }

    @Override
    boolean isUnlocked(String target) throws SQLException {
        return DecoratedShop.ask(
                        target,
                        "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE locktype = 'advisory' AND datname = current_database()")
                .equals("0");
    }

    @Override
    String remains(String target) throws SQLException {
        return DecoratedShop.ask(
                target, "SELECT string_agg(nspname, ' ') FROM pg_namespace WHERE nspname LIKE 'understudy%'");
    }
}
