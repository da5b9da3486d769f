package dev.understudy.job;

import dev.understudy.generate.GenerateProgress;
import dev.understudy.plan.Warning;
import dev.understudy.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes how many rows each table got, and how fast; tables that are written side by side share the time. */
final class TableTimes implements GenerateProgress {
    /** Id of the warning of rows that no value could save. */
    static final String LEFT_OUT = "rows-left-out";

    private final RunProgress progress;
    private final Map<TableName, Long> expected = new LinkedHashMap<>();
    private final Map<TableName, Long> rows = new LinkedHashMap<>();
    private final Map<TableName, Long> nanos = new LinkedHashMap<>();
    private final Map<TableName, Long> dropped = new LinkedHashMap<>();
    private final Map<TableName, Long> begun = new LinkedHashMap<>();

    TableTimes(RunProgress progress) {
        this.progress = progress;
    }

    @Override
    public void planned(TableName table, long planned) {
        expected.put(table, planned);
    }

    @Override
    public void writing(TableName table, long planned) {
        begun.put(table, System.nanoTime());
    }

    @Override
    public void wrote(TableName table, long written) {
        progress.wrote(table, written, expected.getOrDefault(table, written));
    }

    @Override
    public void finished(TableName table, long written) {
        rows.put(table, written);
        nanos.put(table, System.nanoTime() - begun.get(table));
        progress.finished(table, written);
    }

    @Override
    public void dropped(TableName table, long left) {
        dropped.merge(table, left, Long::sum);
    }

    /** Tables whose rows could not all be made to meet the constraints. */
    List<Warning> warnings() {
        return dropped.entrySet().stream()
                .map(entry -> new Warning(
                        LEFT_OUT,
                        entry.getKey().toString(),
                        "%d rows were left out, because no values were found that meet every constraint."
                                .formatted(entry.getValue())))
                .toList();
    }

    long rows(TableName table) {
        return rows.getOrDefault(table, 0L);
    }

    long rowsPerSecond(TableName table) {
        long spent = nanos.getOrDefault(table, 0L);
        return spent == 0 ? 0 : Math.round(rows(table) * 1e9 / spent);
    }
}
