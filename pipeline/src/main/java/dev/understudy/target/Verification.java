package dev.understudy.target;

import dev.understudy.connect.Database;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.sql.ddl.SchemaNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was asked of a target's rows, and what they break.
 *
 * @param checked    constraints and counters that were asked for
 * @param violations those that are broken
 */
public record Verification(long checked, List<Violation> violations) {
    public Verification {
        violations = List.copyOf(violations);
    }

    /**
     * Looks for orphans, duplicates, nulls, rows against checks, and counters that would give a number that is taken. Does
     * not trust that the target has the constraints: links that only the configuration knows are looked at, and what was
     * lost between two vendors, where the target can say it.
     *
     * <p>Cost: one or two scans of each table and a join per link, all by the server.
     *
     * @param source constraints, by the source's names
     * @param tables source names of the tables to look at
     * @throws UnderstudyException {@link Problem#DRIFT} if the target lacks one of them
     */
    public static Verification of(Database target, Schema source, SchemaNames names, Set<TableName> tables) {
        return target.with("Verifying " + target.access(), connection -> {
            Standing standing = Standing.read(connection, target.vendor(), targetNames(names, tables));
            List<WrittenTable> written = WrittenTable.of(standing, source, names, tables);
            for (WrittenTable table : written) {
                if (!standing.has(table.target())) {
                    throw new UnderstudyException(
                            Problem.DRIFT, "The target lacks the table %s.".formatted(table.target()));
                }
            }
            Verification rows = ofRows(connection, target, source, names, standing, written, Validated.nothing());
            return rows.and(ofCounters(connection, target, source, names, standing, written));
        });
    }

    static List<TableName> targetNames(SchemaNames names, Set<TableName> tables) {
        return tables.stream().map(names::target).toList();
    }

    static Verification ofRows(
            Connection connection,
            Database target,
            Schema source,
            SchemaNames names,
            Standing standing,
            List<WrittenTable> tables,
            Validated validated)
            throws SQLException {
        RowChecks checks = new RowChecks(connection, target.vendor(), source, names, standing, validated);
        for (WrittenTable table : tables) {
            checks.check(table);
        }
        return new Verification(checks.checked(), checks.violations());
    }

    static Verification ofCounters(
            Connection connection,
            Database target,
            Schema source,
            SchemaNames names,
            Standing standing,
            List<WrittenTable> tables)
            throws SQLException {
        Counters.Checked checked = new Counters(connection, target.vendor()).check(standing, source, names, tables);
        return new Verification(checked.counters(), checked.violations());
    }

    Verification and(Verification other) {
        List<Violation> all = new ArrayList<>(violations);
        all.addAll(other.violations);
        return new Verification(checked + other.checked, all);
    }

    /** @param accepted constraints that the database has taken, and so looked at, since */
    Verification without(Set<String> accepted) {
        List<Violation> left = violations.stream()
                .filter(violation -> !accepted.contains(violation.object()))
                .toList();
        return new Verification(checked, left);
    }

    /** Adds what the database refused, unless the same constraint was found broken here too. */
    Verification andRefused(List<Violation> refused) {
        List<Violation> all = new ArrayList<>(violations);
        for (Violation violation : refused) {
            boolean known = all.stream().anyMatch(found -> found.object().equals(violation.object()));
            if (!known) {
                all.add(violation);
            }
        }
        return new Verification(checked, all);
    }
}
