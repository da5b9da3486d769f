package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs into a target that an earlier run left: done, changed by others, killed or cancelled. */
abstract class RepeatContract {
    /** Long enough to be hit in the middle. */
    private static final String MANY = "25";

    @TempDir
    Path folder;

    private final DatabaseCase vendor;

    RepeatContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    private String[] words(String target, String... more) {
        List<String> words = new ArrayList<>(List.of("clone", "--source", vendor.source(), "--target", target));
        words.addAll(List.of("--model", folder.resolve("model.understudy").toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    CommandLineRun cloning(String target, String... more) {
        return CommandLineRun.of(words(target, more));
    }

    @Test
    void aSecondRunReplacesTheRowsOfTheFirst() throws SQLException {
        String target = vendor.empty("twice");
        cloning(target).done();
        Map<String, List<String>> first = Contents.ofUsers(target);
        cloning(target, "--seed", "7").done();
        Map<String, List<String>> second = Contents.ofUsers(target);
        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(second.get("customer")).hasSize(SmallOrders.CUSTOMERS).isNotEqualTo(first.get("customer"));
        cloning(target).done();
        assertThat(Contents.ofUsers(target)).isEqualTo(first);
    }

    @Test
    void rowsThatOthersTouchedStay() throws SQLException {
        String target = vendor.empty("touched");
        cloning(target).done();
        assertTouched(target, "INSERT INTO audit_log VALUES (99999, 'by hand')");
        Contents.execute(target, "DELETE FROM audit_log WHERE id = 99999");
        assertTouched(target, "UPDATE orders SET total = total * 2");
        Contents.execute(target, "UPDATE orders SET total = total / 2.0");
        cloning(target).done();
        assertTouched(
                target,
                "DELETE FROM audit_log WHERE id = (SELECT first FROM (SELECT min(id) AS first FROM audit_log) a)");
    }

    private void assertTouched(String target, String touch) throws SQLException {
        Contents.execute(target, touch);
        Map<String, List<String>> touched = Contents.of(target);
        cloning(target).refused(2, "were changed by others since run");
        assertThat(Contents.of(target)).as(touch).isEqualTo(touched);
    }

    @Test
    void aKilledFirstRunIsSimplyRepeated() throws Exception {
        String target = vendor.empty("killed");
        try (CommandProcess first = CommandProcess.start(folder, Map.of(), words(target, "--scale", MANY))) {
            first.awaitLine("  wrote " + wroteName("orders"));
            first.kill();
        }
        // H2 writes to its file up to a second late, so a killed process may have left less than it had committed.
        if (vendor != DatabaseCase.H2) {
            assertThat(Contents.of(target).get("understudy_run").toString()).contains("RUNNING");
        }
        cloning(target).done();
        assertThat(Contents.of(target).get("customer")).hasSize(SmallOrders.CUSTOMERS);
    }

    @Test
    @Tag("acceptance")
    void aKilledSecondRunLeavesTheRowsOfTheFirst() throws Exception {
        String target = vendor.empty("killed_again");
        cloning(target).done();
        Map<String, List<String>> rows = Contents.ofUsers(target);
        try (CommandProcess second = CommandProcess.start(folder, Map.of(), words(target, "--scale", MANY))) {
            second.awaitLine("  wrote " + wroteName("orders"));
            second.kill();
        }
        assertThat(Contents.ofUsers(target)).isEqualTo(rows);
        cloning(target).done();
        assertThat(Contents.ofUsers(target)).isEqualTo(rows);
    }

    @Test
    void aCancelledRunPutsItsTargetBack() throws Exception {
        String target = vendor.empty("cancelled");
        try (CommandProcess first = CommandProcess.start(folder, Map.of(), words(target, "--scale", MANY))) {
            first.awaitLine("  wrote " + wroteName("orders"));
            first.interrupt();
            first.await().refused(130, "Cancelled; the target was put back");
        }
        assertThat(Contents.ofUsers(target)).isEmpty();
        cloning(target).done();
        Map<String, List<String>> rows = Contents.ofUsers(target);
        try (CommandProcess second = CommandProcess.start(folder, Map.of(), words(target, "--scale", MANY))) {
            second.awaitLine("  wrote " + wroteName("orders"));
            second.interrupt();
            second.await().refused(130, "Cancelled; the target was put back");
        }
        assertThat(Contents.ofUsers(target)).isEqualTo(rows);
        cloning(target).done();
    }

    @Test
    void aRunThatIsCancelledWhileItReadsEndsAtOnce() throws Exception {
        String target = vendor.empty("cancelled_early");
        try (CommandProcess run = CommandProcess.start(folder, Map.of(), words(target, "--scale", MANY))) {
            run.awaitLine("Reading");
            run.interrupt();
            run.await().refused(130, "Cancelled");
        }
        assertThat(Contents.of(target)).isEmpty();
    }

    /** As the source spells it. */
    abstract String wroteName(String table);
}
