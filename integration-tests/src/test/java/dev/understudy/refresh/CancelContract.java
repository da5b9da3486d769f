package dev.understudy.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.CommandProcess;
import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run can be cancelled until its rows take the place of the old ones, and not a moment longer. Both moments are held still by
 * a lock: how fast the machine is does not count.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CancelContract {
    @TempDir
    static Path folder;

    private final DatabaseCase vendor;
    private String target;

    CancelContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    /** Counts sessions that wait for a reader of the customers to let go. */
    abstract String waitingForReaders();

    @BeforeAll
    void fill() {
        target = vendor.empty("cancelled_late");
        CommandLineRun.of("learn", "--source", vendor.source(), "--model", model())
                .done();
        CommandLineRun.of("generate", "--model", model(), "--target", target).done();
    }

    private String model() {
        return folder.resolve("model.understudy").toString();
    }

    private CommandProcess refresh(String... more) throws Exception {
        List<String> words = new java.util.ArrayList<>(
                List.of("generate", "--model", model(), "--target", target, "--seed", "7", "--log-format", "json"));
        words.addAll(List.of(more));
        return CommandProcess.start(folder, Map.of(), words.toArray(String[]::new));
    }

    @Test
    void whileReadersAreWaitedForACancelledRunLeavesTheOldRows() throws Exception {
        Map<String, List<String>> old = Contents.ofUsers(target);
        try (Connection reader = DriverManager.getConnection(target);
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM customer").close();
            try (CommandProcess run = refresh()) {
                await(waitingForReaders());
                run.terminate();
                CommandLineRun ended = run.await();
                assertThat(ended.status()).as(ended.err()).isEqualTo(130);
                assertThat(ended.err()).contains("Cancelled; the target was put back");
                assertThat(ended.out()).isEmpty();
            }
        }
        assertThat(Contents.ofUsers(target)).isEqualTo(old);
        assertThat(latest()).contains("FAILED");
        CommandLineRun.of("generate", "--model", model(), "--target", target, "--seed", "8")
                .done();
    }

    @Test
    void whatIsInItsPlaceIsNotCalledCancelled() throws Exception {
        Map<String, List<String>> old = Contents.ofUsers(target);
        Path hooks = Files.writeString(
                folder.resolve("hooks.yaml"),
                "version: 1\nhooks:\n- {at: after, sql: [\"%s\"]}\n".formatted(waitingHook()));
        try (Connection holder = DriverManager.getConnection(target);
                Statement statement = holder.createStatement()) {
            hold(statement);
            try (CommandProcess run = refresh("--config", hooks.toString())) {
                await(waitingForHook());
                run.terminate();
                Thread.sleep(300);
                release(statement);
                CommandLineRun ended = run.await();
                assertThat(ended.status()).as(ended.err()).isZero();
                assertThat(ended.err().lines()).allMatch(line -> line.startsWith("{"));
                assertThat(ended.err()).contains("Too late to be cancelled");
            }
        }
        assertThat(Contents.ofUsers(target)).isNotEqualTo(old).hasSameSizeAs(old);
        assertThat(latest()).contains("DONE");
    }

    abstract void hold(Statement statement) throws SQLException;

    abstract void release(Statement statement) throws SQLException;

    /** A statement that waits for what is held. */
    abstract String waitingHook();

    /** Counts sessions in which the hook waits. */
    abstract String waitingForHook();

    private String latest() throws SQLException {
        return DecoratedShop.ask(target, "SELECT state FROM understudy_run ORDER BY started_at DESC LIMIT 1");
    }

    private void await(String count) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (!DecoratedShop.ask(target, count).equals("0")) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Nobody waits");
    }
}
