package dev.understudy.refresh;

import dev.understudy.servers.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

class PostgresReadersTest extends ReadersContract {
    @Override
    String source() throws SQLException {
        String source = PostgresServer.shared().createDatabase("readers_source");
        DecoratedShop.makeSource(source);
        return source;
    }

    @Override
    String target() {
        return PostgresServer.shared().createDatabase("readers_target");
    }

    @Override
    void prepare(String target) throws SQLException {
        DecoratedShop.decorate(target);
    }

    @Override
    int readers() {
        return 12;
    }

    @Override
    List<String> looks() {
        return DecoratedShop.LOOKS;
    }

    @Override
    Set<String> retried() {
        return Set.of();
    }
}
