package dev.understudy.job;

import dev.understudy.generate.GenerateSettings;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import dev.understudy.plan.Warning;
import dev.understudy.schema.TableName;
import dev.understudy.target.RunRecord;
import dev.understudy.target.TargetOutcome;
import dev.understudy.target.Verification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Model → rows in the target → result. The second half of a clone, and all of generate. */
final class Filling {
    private Filling() {}

    /** @param source what the model was learned from, without credentials; empty if nobody knows */
    static RunResult fill(
            String runId,
            SavedModel saved,
            String source,
            OpenTarget target,
            GenerateSettings settings,
            List<Warning> warnings,
            Stopwatch watch,
            RunProgress progress) {
        TableTimes times = new TableTimes(progress);
        RunRecord record = new RunRecord(
                runId, Version.TEXT, saved.digest(), settings.seed(), settingsDigest(settings), target.runBy(), source);
        TargetOutcome outcome = target.fill(saved.model(), record, settings, watch, times);
        Verification checked = outcome.verification();
        List<RunResult.Broken> broken = broken(checked);
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(times.warnings());
        outcome.failures()
                .forEach(failure -> all.add(new Warning("object-failed", failure.object(), failure.reason())));
        return new RunResult(
                runId,
                broken.isEmpty() ? "done" : "violated",
                settings.seed(),
                saved.digest(),
                saved.file().toString(),
                watch.seconds(),
                saved.model().tables().stream()
                        .map(table -> result(table, times))
                        .toList(),
                checked.checked(),
                broken,
                all);
    }

    static List<RunResult.Broken> broken(Verification checked) {
        return checked.violations().stream()
                .map(violation -> new RunResult.Broken(
                        violation.kind().name().toLowerCase(Locale.ROOT), violation.object(), violation.rows()))
                .toList();
    }

    private static TableResult result(TableModel table, TableTimes times) {
        TableName name = table.name();
        long source = table.mode().isLearned() ? table.sourceRows() : table.mode() == TableMode.FILL ? 0 : -1;
        return new TableResult(name, ModeTitle.of(table.mode()), source, times.rows(name), times.rowsPerSecond(name));
    }

    /** Equal for settings that give equal rows. */
    private static String settingsDigest(GenerateSettings settings) {
        String text = "%s %s %d".formatted(settings.scale(), new TreeMap<>(settings.tableScales()), settings.seed());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
