package dev.understudy.refresh;

import org.junit.jupiter.api.Tag;

@Tag("acceptance")
class PostgresFiftyReadersTest extends PostgresReadersTest {
    @Override
    int readers() {
        return 50;
    }

    @Override
    int refreshes() {
        return 3;
    }
}
