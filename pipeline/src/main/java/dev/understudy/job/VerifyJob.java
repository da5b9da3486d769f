package dev.understudy.job;

import dev.understudy.connect.Database;
import dev.understudy.introspect.Introspection;
import dev.understudy.introspect.SchemaSelection;
import dev.understudy.plan.ConfiguredLinks;
import dev.understudy.plan.ConfiguredRules;
import dev.understudy.plan.LinkRule;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.RowStatements;
import dev.understudy.target.Verification;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a target: every link, key, NOT NULL and check, and every counter. Writes nothing. */
public final class VerifyJob {
    private VerifyJob() {}

    /**
     * @param model whose constraints must hold; empty for those that the target itself declares
     * @param links links that the configuration declares, besides those of the model
     * @param rules rules that it declares, likewise
     * @return a result whose violations are empty if all is well
     */
    public static RunResult run(
            TargetEnd target, Optional<Path> model, List<LinkRule> links, List<String> rules, RunProgress progress) {
        String runId = RunId.next();
        Stopwatch watch = new Stopwatch(progress);
        watch.enter(RunPhase.VERIFY);
        try (Database database = Database.open(target.access().asSource())) {
            progress.ends("", database.toString());
            Optional<SavedModel> saved = model.map(SavedModel::read);
            Schema known = saved.map(one -> one.model().schema()).orElseGet(() -> declared(database));
            Schema schema = ConfiguredRules.addedWhereMissing(ConfiguredLinks.addedWhereMissing(known, links), rules);
            SchemaNames names = saved.isPresent() ? OpenTarget.names(schema, database) : SchemaNames.SAME;
            Set<TableName> tables = new LinkedHashSet<>();
            schema.rowTables().forEach(table -> tables.add(table.name()));
            Verification checked = Verification.of(database, schema, names, tables);
            List<RunResult.Broken> broken = Filling.broken(checked);
            return new RunResult(
                    runId,
                    broken.isEmpty() ? "done" : "violated",
                    0,
                    saved.map(SavedModel::digest).orElse(""),
                    model.map(Path::toString).orElse(""),
                    watch.seconds(),
                    results(database, schema, names, saved),
                    checked.checked(),
                    broken,
                    List.of());
        }
    }

    private static Schema declared(Database database) {
        return OwnTables.without(database.with(
                "Reading the catalog of " + database,
                connection -> Introspection.read(connection, SchemaSelection.DEFAULT)));
    }

    private static List<TableResult> results(
            Database database, Schema schema, SchemaNames names, Optional<SavedModel> saved) {
        RowStatements statements = new RowStatements(database.vendor());
        List<TableResult> results = new ArrayList<>();
        for (Table table : schema.rowTables()) {
            long rows = database.with("Counting " + names.target(table.name()), connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet count = statement.executeQuery(statements.count(names.target(table.name())))) {
                    count.next();
                    return count.getLong(1);
                }
            });
            long source = saved.flatMap(one -> one.model().table(table.name()))
                    .filter(one -> one.mode().isLearned())
                    .map(one -> one.sourceRows())
                    .orElse(-1L);
            String mode = saved.flatMap(one -> one.model().table(table.name()))
                    .map(one -> ModeTitle.of(one.mode()))
                    .orElse("");
            results.add(new TableResult(table.name(), mode, source, rows, 0));
        }
        return results;
    }
}
