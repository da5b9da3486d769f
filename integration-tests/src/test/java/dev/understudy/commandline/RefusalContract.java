package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.understudy.connect.Access;
import dev.understudy.job.CloneJob;
import dev.understudy.job.RunProgress;
import dev.understudy.job.RunSettings;
import dev.understudy.job.SourceSettings;
import dev.understudy.job.TargetEnd;
import dev.understudy.plan.PlanSettings;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.target.TargetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database itself makes impossible or unsafe: told in one line, with the right status, and nothing is written. */
abstract class RefusalContract {
    @TempDir
    Path folder;

    private final DatabaseCase vendor;

    RefusalContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    /** Clones with the model in a folder of the test. */
    final CommandLineRun cloning(String source, String target, String... more) {
        List<String> words = new ArrayList<>(List.of("clone", "--source", source, "--target", target));
        words.addAll(List.of("--model", folder.resolve("model.understudy").toString()));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    private static void assertEmpty(String target) throws SQLException {
        assertThat(Contents.of(target)).isEmpty();
    }

    @Test
    void aTargetThatIsTheSourceIsRefused() throws SQLException {
        String source = vendor.source();
        Map<String, List<String>> before = Contents.of(source);
        cloning(source, source).refused(2, "Source and target are one database", "Nothing was written");
        for (String spelling : otherSpellings(source)) {
            cloning(source, spelling).refused(2, "Source and target are one database");
            cloning(spelling, source).refused(2, "Source and target are one database");
            CommandLineRun.of("plan", "--source", source, "--target", spelling).refused(2, "one database");
        }
        assertThat(Contents.of(source)).isEqualTo(before);
    }

    /** Other URLs of the same database. */
    abstract List<String> otherSpellings(String url);

    @Test
    void aWrongPasswordIsToldWithoutIt() throws SQLException {
        String target = vendor.empty("password");
        Contents.execute(target, "CREATE TABLE own (id int)");
        String wrong = withPassword(target, "hush-hush");
        CommandLineRun asSource = cloning(wrong, target);
        asSource.refused(3, "the user or the password is wrong");
        CommandLineRun asTarget = cloning(vendor.source(), wrong);
        asTarget.refused(3, "the user or the password is wrong");
        assertThat(asSource.err() + asTarget.err()).doesNotContain("hush-hush");
        assertThat(Contents.of(target)).containsOnlyKeys("own");
    }

    abstract String withPassword(String url, String password);

    @Test
    void aDatabaseThatDoesNotExistIsTold() throws SQLException {
        String target = vendor.empty("missing");
        cloning(missing(vendor.source()), target).refused(3, "the database does not exist");
        assertEmpty(target);
    }

    /** URL of a database that nobody made. */
    abstract String missing(String url);

    @Test
    void aSourceWithoutTablesIsTold() throws SQLException {
        String target = vendor.empty("bare_target");
        cloning(vendor.empty("bare_source"), target).refused(2, "holds no tables");
        cloning(vendor.source(), target, "--schema", "no_such_schema").refused(2, "no_such_schema");
        assertEmpty(target);
    }

    @Test
    void rowsOfOthersAreNeverTouched() throws SQLException {
        String target = vendor.freshSource("others");
        Map<String, List<String>> before = Contents.of(target);
        cloning(vendor.source(), target).refused(2, "holds rows that Understudy did not write", "existing-rows");
        cloning(vendor.source(), target, "--yes").refused(2, "holds rows that Understudy did not write");
        assertThat(Contents.of(target)).isEqualTo(before);
    }

    @Test
    void aTableOfOthersAmongTheOwnIsRefused() throws SQLException {
        String target = vendor.empty("half");
        Contents.execute(target, "CREATE TABLE country (id int NOT NULL, name varchar(40) NOT NULL)");
        cloning(vendor.source(), target).refused(2, "some of the tables");
        assertThat(Contents.of(target)).containsOnlyKeys("country");
    }

    @Test
    void aProtectedTargetIsRefused() throws IOException, SQLException {
        String target = vendor.empty("protected");
        Path file = Files.writeString(
                folder.resolve("understudy.yaml"), "version: 1\ntarget: {protect: [\"*nothing*\", \"*protected\"]}\n");
        cloning(vendor.source(), target, "--config", file.toString())
                .refused(2, "protected by the pattern *protected of target.protect");
        assertEmpty(target);
    }

    @Test
    void aTargetThatTakesNoWritesIsRefused() throws SQLException {
        String target = vendor.empty("sealed");
        for (String sealed : readOnly(target)) {
            cloning(vendor.source(), sealed).refused(3, sealed.replaceFirst("[?;].*", ""));
        }
        assertEmpty(target);
    }

    /** URLs through which the database takes no writes. */
    abstract List<String> readOnly(String url) throws SQLException;

    @Test
    void aTableThatVanishesBeforeItIsReadIsDrift() throws SQLException {
        String vanishing = vendor.freshSource("vanishing");
        String target = vendor.empty("vanishing_target");
        // Told after the catalog was read and before the snapshot, which then keeps others from dropping a table.
        RunProgress dropping = new RunProgress() {
            @Override
            public void ends(String source, String filled) {
                try {
                    Contents.execute(vanishing, "DROP TABLE audit_log");
                } catch (SQLException e) {
                    throw new IllegalStateException("The table cannot be dropped", e);
                }
            }
        };
        UnderstudyException drift = catchThrowableOfType(
                UnderstudyException.class,
                () -> CloneJob.run(
                        SourceSettings.of(Access.of(vanishing, "", "")),
                        new TargetEnd(Access.of(target, "", ""), TargetSettings.DEFAULT),
                        PlanSettings.DEFAULT,
                        new RunSettings(1, 2, Optional.of(folder.resolve("vanishing.understudy"))),
                        dropping));
        assertThat(drift).isNotNull();
        assertThat(drift.problem()).as(drift.getMessage()).isEqualTo(Problem.DRIFT);
        assertThat(drift).extracting(Throwable::getMessage, STRING).containsIgnoringCase("audit_log");
        assertThat(drift.getMessage()).doesNotContain(SmallOrders.SECRET).hasLineCount(1);
        assertEmpty(target);
    }
}
