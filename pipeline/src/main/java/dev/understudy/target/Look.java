package dev.understudy.target;

import dev.understudy.data.WrittenPart;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.statement.RowStatements;
import dev.understudy.target.Ledger.Trace;
import dev.understudy.target.LivePauses.LiveLink;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at a target and decides what a run may do there. Writes nothing. */
final class Look {
    private final Connection connection;
    private final Vendor vendor;
    private final Standing standing;
    private final Optional<Ledger> ledger;
    private final TargetSettings settings;

    Look(Connection connection, Vendor vendor, Standing standing, TargetSettings settings) {
        this.connection = connection;
        this.vendor = vendor;
        this.standing = standing;
        this.ledger = Ledger.find(vendor, standing);
        this.settings = settings;
    }

    /**
     * @param written tables that the run fills, whether they stand or not
     * @throws UnderstudyException {@link Problem#UNSAFE} for rows of others, {@link Problem#USAGE} for tables that do not
     *     fit
     */
    Finding judge(List<WrittenTable> written, Set<TableName> made) throws SQLException {
        List<PastRun> cutOff = cutOff();
        boolean remains = cutOff.stream().anyMatch(run -> run.situation() == Situation.FRESH);
        if (settings.schema() == SchemaSource.CREATE && remains) {
            refuseRowsOfOthersAmongRemains(written, cutOff);
            return new Finding(Situation.CONTINUED, true, cutOff);
        }
        Set<TableName> needed = new LinkedHashSet<>();
        written.forEach(table -> needed.add(table.target()));
        needed.addAll(made);
        List<TableName> missing =
                needed.stream().filter(table -> !standing.has(table)).toList();
        if (missing.size() == needed.size() && settings.schema() != SchemaSource.EXISTING) {
            return new Finding(Situation.FRESH, settings.schema() == SchemaSource.CREATE, cutOff);
        }
        if (!missing.isEmpty() && settings.schema() != SchemaSource.MIGRATIONS) {
            throw incomplete(missing, needed.size());
        }
        for (WrittenTable table : written) {
            if (standing.has(table.target())) {
                Fit.check(standing, table.source(), table.target());
            }
        }
        return new Finding(rows(written, cutOff), false, cutOff);
    }

    /**
     * @param run that was cut off while it filled new or empty tables
     * @throws UnderstudyException {@link Problem#UNSAFE} if others changed its rows
     */
    Finding goingOn(List<WrittenTable> written, PastRun run) throws SQLException {
        boolean fresh = run.situation() == Situation.FRESH;
        Map<TableName, List<WrittenPart>> parts =
                ledger.orElseThrow().parts(connection, run.record().runId());
        // Before the first part is permanent, tables that stood may hold rows that are going to be cleared.
        if (!settings.replaceForeignRows() && (fresh || !parts.isEmpty())) {
            for (WrittenTable table : written) {
                long expected = parts.getOrDefault(table.target(), List.of()).stream()
                        .mapToLong(WrittenPart::rows)
                        .sum();
                if (standing.has(table.target()) && Contents.count(connection, vendor, table.target()) != expected) {
                    throw ofOthers(table.target(), "since run " + run.record().runId() + " was cut off");
                }
            }
        }
        return new Finding(Situation.CONTINUED, fresh, cutOff());
    }

    private List<PastRun> cutOff() throws SQLException {
        return ledger.isEmpty()
                ? List.of()
                : ledger.get().runs(connection).stream()
                        .filter(run -> run.state().isCutOff())
                        .toList();
    }

    private UnderstudyException incomplete(List<TableName> missing, int needed) {
        String what = settings.schema() == SchemaSource.EXISTING
                ? "The target lacks %s. Make it first, or let Understudy create the tables."
                : "The target has some of the tables but not %s. Drop what is there, or complete it and set target.schema: existing.";
        String some = missing.get(0) + (missing.size() == 1 ? "" : " and %d more".formatted(missing.size() - 1));
        return new UnderstudyException(
                Problem.USAGE, what.formatted(some) + " (%d tables are needed.)".formatted(needed));
    }

    private Situation rows(List<WrittenTable> written, List<PastRun> cutOff) throws SQLException {
        List<WrittenTable> filled = new ArrayList<>();
        for (WrittenTable table : written) {
            if (standing.has(table.target()) && Contents.any(connection, vendor, table.target())) {
                filled.add(table);
            }
        }
        boolean partly = cutOff.stream().anyMatch(run -> run.situation() == Situation.EMPTY);
        if (partly) {
            refuseRowsOfOthersAmongRemains(filled, cutOff);
            refuseRowsThatPointHere(written);
            return Situation.CONTINUED;
        }
        if (filled.isEmpty()) {
            return Situation.EMPTY;
        }
        if (!settings.replaceForeignRows()) {
            Set<String> unsure = unsure();
            for (WrittenTable table : filled) {
                refuseChanged(table, unsure);
            }
        }
        refuseRowsThatPointHere(written);
        return Situation.REPLACED;
    }

    /** Rows and checkpoint of a table were made permanent together: a cut-off run left as many rows as it says, or none. */
    private void refuseRowsOfOthersAmongRemains(List<WrittenTable> tables, List<PastRun> cutOff) throws SQLException {
        if (settings.replaceForeignRows()) {
            return;
        }
        Set<String> ids = new HashSet<>();
        cutOff.forEach(run -> ids.add(run.record().runId()));
        for (WrittenTable table : tables) {
            if (standing.has(table.target())) {
                long expected = ledger.orElseThrow().traces(connection, table.target()).stream()
                        .filter(trace -> ids.contains(trace.runId()))
                        .mapToLong(Trace::rows)
                        .findFirst()
                        .orElse(0);
                if (Contents.count(connection, vendor, table.target()) != expected) {
                    throw ofOthers(table.target(), "since a run was cut off");
                }
            }
        }
    }

    /** Runs that may have died, or failed, between signing their rows and putting them in their place. */
    private Set<String> unsure() throws SQLException {
        Set<String> ids = new HashSet<>();
        if (ledger.isPresent()) {
            for (PastRun run : ledger.get().runs(connection)) {
                if (run.state().isCutOff() || run.state() == RunState.FAILED) {
                    ids.add(run.record().runId());
                }
            }
        }
        return ids;
    }

    private void refuseChanged(WrittenTable table, Set<String> unsure) throws SQLException {
        List<Trace> signed = new ArrayList<>();
        for (Trace trace : ledger.isEmpty() ? List.<Trace>of() : ledger.get().traces(connection, table.target())) {
            if (trace.checksum().isPresent()) {
                signed.add(trace);
                if (!unsure.contains(trace.runId())) {
                    break;
                }
            }
        }
        if (signed.isEmpty()) {
            throw new UnderstudyException(
                    Problem.UNSAFE,
                    "%s in the target holds rows that Understudy did not write. Empty it, name another target, or set target.existing-rows: replace."
                            .formatted(table.target()));
        }
        // A run that ended around its last step left its own rows or those before.
        long rows = Contents.count(connection, vendor, table.target());
        if (signed.stream().noneMatch(trace -> trace.rows() == rows) || !matches(signed, table, rows)) {
            throw ofOthers(
                    table.target(), "since run " + signed.get(signed.size() - 1).runId());
        }
    }

    private boolean matches(List<Trace> signed, WrittenTable table, long rows) throws SQLException {
        Map<Boolean, String> told = new HashMap<>();
        for (Trace trace : signed) {
            String checksum = trace.checksum().orElseThrow();
            boolean byText = vendor == Vendor.POSTGRESQL && RowStatements.isByText(checksum);
            if (!told.containsKey(byText)) {
                told.put(
                        byText,
                        Contents.of(connection, vendor, table.source(), table.target(), byText)
                                .checksum());
            }
            if (trace.rows() == rows && checksum.equals(told.get(byText))) {
                return true;
            }
        }
        return false;
    }

    private static UnderstudyException ofOthers(TableName table, String since) {
        return new UnderstudyException(
                Problem.UNSAFE,
                "Rows of %s in the target were changed by others %s. Save them or empty the table, or set target.existing-rows: replace."
                        .formatted(table, since));
    }

    private void refuseRowsThatPointHere(List<WrittenTable> written) throws SQLException {
        Set<TableName> targets = new HashSet<>();
        written.forEach(table -> targets.add(table.target()));
        for (LiveLink link : new LivePauses(connection, vendor, targets).links()) {
            // Partitions are emptied and filled with the table that they are part of.
            boolean ofTheRun = targets.contains(link.child()) || targets.contains(link.whole());
            if (!ofTheRun && Contents.any(connection, vendor, link.child())) {
                throw new UnderstudyException(
                        Problem.UNSAFE,
                        "%s in the target holds rows that point at %s, which this run replaces. Empty it, or let the run write it too."
                                .formatted(link.child(), link.parent()));
            }
        }
    }

    /** Tables of the source that the definitions make. */
    static Set<TableName> made(Standing standing, Schema source, TargetDefinition definition, SchemaNames names) {
        Set<String> objects = new HashSet<>();
        definition.in(Phase.BEFORE_LOAD).stream()
                .filter(statement -> Created.by(statement.sql())
                        .filter(made -> made.kind().equals("TABLE"))
                        .isPresent())
                .map(DdlStatement::object)
                .forEach(objects::add);
        Set<TableName> made = new LinkedHashSet<>();
        for (Table table : source.tables()) {
            TableName target = standing.full(names.target(table.name()));
            if (objects.contains(target.toString()) || objects.contains(target.name())) {
                made.add(target);
            }
        }
        return made;
    }
}
