package dev.understudy.refresh;

import dev.understudy.commandline.CommandLineRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The same where the operator wants the tables to stay the same ones. Materialized views are his to refresh then. */
@Tag("acceptance")
class PostgresInPlaceReadersTest extends PostgresReadersTest {
    @Override
    void prepare(String target) throws SQLException {}

    @Override
    List<String> looks() {
        return DecoratedShop.LOOKS.subList(0, 3);
    }

    @Override
    CommandLineRun generate(String target, int seed) {
        try {
            Path file = Files.writeString(folder.resolve("in-place.yaml"), "version: 1\ntarget: {refresh: in-place}\n");
            return CommandLineRun.of(
                    "generate",
                    "--config",
                    file.toString(),
                    "--model",
                    folder.resolve("model.understudy").toString(),
                    "--target",
                    target,
                    "--seed",
                    "" + seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    int refreshes() {
        return 3;
    }

    @Override
    int readers() {
        return 20;
    }
}
