package dev.understudy.benchmark;

import dev.understudy.compare.HeldRows;
import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.introspect.Introspection;
import dev.understudy.introspect.SchemaSelection;
import dev.understudy.job.Learning;
import dev.understudy.learn.LearnRequest;
import dev.understudy.model.TableMode;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Planner;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Column;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.vendor.Vendors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One data set in memory, and how it would be learned: as planned, but with lookups copied.
 *
 * @param name    its name
 * @param rows    all its rows
 * @param columns per table with rows, parents first, the columns that are read
 * @param request as planned
 */
public record BenchmarkSet(String name, HeldRows rows, Map<TableName, List<Column>> columns, LearnRequest request) {

    /** Plans a set as any run would, and reads all its rows. */
    public static BenchmarkSet read(String name, String url, int threads) {
        Database database = Database.open(Access.of(url, "", "").asSource());
        try (database) {
            Schema schema = database.with(
                    "Reading the catalog of " + name,
                    connection -> Introspection.read(connection, new SchemaSelection(List.of())));
            try (SnapshotSource source = Vendors.snapshot(database, schema.rowTables(), SnapshotSettings.DEFAULT)) {
                Plan plan = Planner.plan(
                        schema,
                        source,
                        PlanSettings.DEFAULT,
                        (check, column, texts) ->
                                // Matters for tables that are filled without rows; none of those is read here.
                                texts.stream().map(text -> false).toList());
                Map<TableName, List<Column>> columns = new LinkedHashMap<>();
                for (TableName table : plan.graph().order()) {
                    if (plan.modes().get(table).isLearned()) {
                        columns.put(table, read(schema.table(table).orElseThrow()));
                    }
                }
                return new BenchmarkSet(
                        name, HeldRows.copy(source, columns), columns, copied(Learning.request(plan, threads)));
            }
        }
    }

    private static List<Column> read(Table table) {
        return table.columns().stream().filter(c -> !c.filling().writesItself()).toList();
    }

    private static LearnRequest copied(LearnRequest request) {
        Map<TableName, TableMode> modes = new LinkedHashMap<>(request.modes());
        modes.replaceAll((table, mode) -> mode == TableMode.LOOKUP ? TableMode.COPY : mode);
        return request.with(modes, request.settings());
    }

    /** The same for some tables only; the others are neither read nor written. */
    public LearnRequest request(List<TableName> tables, long seed) {
        Map<TableName, TableMode> modes = new LinkedHashMap<>(request.modes());
        modes.replaceAll((table, mode) -> tables.contains(table) ? mode : TableMode.SKIP);
        return request.with(modes, request.settings().withSeed(seed));
    }

    List<TableName> copiedTables() {
        return request.modes().keySet().stream()
                .filter(table -> request.modes().get(table) == TableMode.COPY)
                .sorted()
                .toList();
    }
}
