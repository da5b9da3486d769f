package dev.understudy.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.PostgresServer;
import dev.understudy.servers.SmallDisk;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full while new rows come in. */
@Tag("acceptance")
class PostgresFullDiskTest {
    private static final String SCALE = "60";

    @TempDir
    static Path folder;

    @Test
    void aFullDiskLeavesTheOldRows() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(20)) {
            fill(disk);
        }
    }

    private static void fill(SmallDisk disk) throws Exception {
        String source = PostgresServer.shared().createDatabase("full_source");
        DecoratedShop.makeSource(source);
        String model = folder.resolve("model.understudy").toString();
        CommandLineRun.of("learn", "--source", source, "--model", model).done();
        String target = PostgresServer.shared().createDatabase("full_target");
        String admin = target.replace("understudy_test_full_target", "postgres");
        Path data = disk.folder("data", DecoratedShop.ask(admin, "SELECT current_setting('data_directory')"));
        DecoratedShop.run(admin, List.of("DROP TABLESPACE IF EXISTS understudy_small"));
        DecoratedShop.run(admin, List.of("CREATE TABLESPACE understudy_small LOCATION '" + data + "'"));
        DecoratedShop.run(admin, List.of("ALTER DATABASE understudy_test_full_target SET TABLESPACE understudy_small"));
        try {
            CommandLineRun.of("generate", "--model", model, "--target", target).done();
            DecoratedShop.decorate(target);
            List<String> catalog = DecoratedShop.catalog(target);
            String before = state(target);

            CommandLineRun full = CommandLineRun.of(
                    "generate", "--model", model, "--target", target, "--scale", SCALE, "--seed", "3");

            assertThat(full.status()).as(full.err()).isEqualTo(1);
            assertThat(full.err()).contains("understudy: ").doesNotContain("Exception");
            assertThat(state(target)).isEqualTo(before);
            assertThat(DecoratedShop.catalog(target)).isEqualTo(catalog);
            CommandLineRun.of("generate", "--model", model, "--target", target, "--seed", "4")
                    .done();
            assertThat(state(target)).isNotEqualTo(before);
        } finally {
            DecoratedShop.run(admin, List.of("DROP DATABASE understudy_test_full_target WITH (FORCE)"));
            DecoratedShop.run(admin, List.of("DROP TABLESPACE understudy_small"));
        }
    }

    private static String state(String target) throws SQLException {
        StringBuilder told = new StringBuilder();
        for (String look : DecoratedShop.LOOKS) {
            told.append(DecoratedShop.ask(target, look)).append('/');
        }
        return told.toString();
    }
}
