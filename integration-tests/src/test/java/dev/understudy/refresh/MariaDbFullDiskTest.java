package dev.understudy.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import dev.understudy.servers.MariaDbServer;
import dev.understudy.servers.SmallDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full while new rows come in: InnoDB refuses the rows, and the server goes on. */
@Tag("acceptance")
class MariaDbFullDiskTest {
    private static final String SCALE = "300";

    @TempDir
    Path folder;

    @Test
    void aFullDiskLeavesTheOldRows() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(70)) {
            String target = MariaDbServer.on(disk).createDatabase("full_target");
            String model = folder.resolve("model.understudy").toString();
            CommandLineRun.of("learn", "--source", DatabaseCase.MARIADB.source(), "--model", model)
                    .done();
            CommandLineRun.of("generate", "--model", model, "--target", target).done();
            List<String> catalog = MariaDbSwapTest.catalog(target);
            Map<String, List<String>> before = Contents.ofUsers(target);

            CommandLineRun full = CommandLineRun.of(
                    "generate", "--model", model, "--target", target, "--scale", SCALE, "--seed", "3");

            assertThat(full.status()).as(full.err()).isEqualTo(1);
            assertThat(full.err()).contains("out of disk").doesNotContain("Exception");
            assertThat(Contents.ofUsers(target)).isEqualTo(before);
            assertThat(MariaDbSwapTest.catalog(target)).isEqualTo(catalog);
            assertThat(DecoratedShop.ask(target, "SELECT state FROM understudy_run ORDER BY started_at DESC LIMIT 1"))
                    .isEqualTo("FAILED");
            CommandLineRun.of("generate", "--model", model, "--target", target, "--seed", "4")
                    .done();
            assertThat(Contents.ofUsers(target)).isNotEqualTo(before).hasSameSizeAs(before);
        }
    }
}
