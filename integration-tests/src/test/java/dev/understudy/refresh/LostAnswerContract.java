package dev.understudy.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import dev.understudy.servers.CuttingProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The connection breaks when the step that cannot be taken back is done and its answer is still on its way. Nothing was heard of
 * it, but the new rows serve; the run has to find out, and say so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LostAnswerContract {
    @TempDir
    static Path folder;

    private final DatabaseCase vendor;
    private String target;
    private int seed;

    LostAnswerContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    /** All that the connection says up to the step that exchanges tables. */
    abstract Pattern exchange();

    /** All that the connection says up to the commit of rows that were replaced in place. */
    abstract Pattern commit();

    /** What the URL needs, so that every statement travels as text. */
    abstract String parameters();

    @BeforeAll
    void fill() {
        target = vendor.empty("lost_answer");
        CommandLineRun.of("learn", "--source", vendor.source(), "--model", model())
                .done();
        CommandLineRun.of("generate", "--model", model(), "--target", target).done();
    }

    private String model() {
        return folder.resolve("model.understudy").toString();
    }

    private CommandLineRun refresh(String url, String refresh) throws IOException {
        Path config = Files.writeString(
                folder.resolve("refresh.yaml"), "version: 1\ntarget: {refresh: %s}\n".formatted(refresh));
        return CommandLineRun.of(
                "generate",
                "--model",
                model(),
                "--target",
                url,
                "--seed",
                Integer.toString(++seed),
                "--config",
                config.toString());
    }

    private void assertDone(Pattern last, String refresh) throws Exception {
        Map<String, List<String>> old = Contents.ofUsers(target);
        try (CuttingProxy proxy = new CuttingProxy(target + parameters(), last, 1)) {
            CommandLineRun run = refresh(proxy.url(), refresh);

            assertThat(proxy.cut()).isEqualTo(1);
            assertThat(run.status()).as(run.err()).isZero();
        }
        assertThat(Contents.ofUsers(target)).isNotEqualTo(old).hasSameSizeAs(old);
        assertThat(DecoratedShop.ask(target, "SELECT state FROM understudy_run ORDER BY started_at DESC LIMIT 1"))
                .isEqualTo("DONE");
        assertThat(DecoratedShop.ask(
                        target,
                        "SELECT count(*) FROM understudy_release WHERE run_id ="
                                + " (SELECT run_id FROM understudy_run ORDER BY started_at DESC LIMIT 1)"))
                .isEqualTo("1");
        refresh(target, refresh).done();
    }

    @Test
    void anExchangeWhoseAnswerIsLostHasTakenPlace() throws Exception {
        assertDone(exchange(), "beside");
    }

    @Test
    void aCommitWhoseAnswerIsLostHasTakenPlace() throws Exception {
        assertDone(commit(), "in-place");
    }

    @Test
    void aConnectionThatBreaksBeforeLeavesTheOldRows() throws Exception {
        Map<String, List<String>> old = Contents.ofUsers(target);
        try (CuttingProxy proxy =
                new CuttingProxy(target + parameters(), Pattern.compile("understudy_table SET|checksum ="), 1)) {
            CommandLineRun run = refresh(proxy.url(), "in-place");

            assertThat(proxy.cut()).isEqualTo(1);
            assertThat(run.status()).as(run.err()).isIn(1, 3);
        }
        assertThat(Contents.ofUsers(target)).isEqualTo(old);
        assertThat(DecoratedShop.ask(target, "SELECT state FROM understudy_run ORDER BY started_at DESC LIMIT 1"))
                .isEqualTo("FAILED");
        refresh(target, "in-place").done();
    }
}
