package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.target.LedgerStatements.Past;
import dev.understudy.target.TargetOutcome.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the definitions of a target, a phase on one connection, each statement written to the ledger before, or in the same
 * transaction.
 */
final class Definitions {
    /** Keys of millions of rows are sorted, and their links looked up, in memory. Of this session only, and only more than before. */
    private static final String ROOM_TO_BUILD = """
            SELECT set_config('maintenance_work_mem', '256MB', false)
            WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB')""";

    private final Database target;
    private final TargetDefinition definition;
    private final LedgerStatements ledger;
    private final String runId;
    private final Set<String> madeEarlier;
    private final Map<String, Past> before = new HashMap<>();
    private final Validated validated;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<DdlStatement> refused = new ArrayList<>();
    private int position;

    /** @param madeEarlier texts that a cut-off run executed; what they made may still be there */
    Definitions(
            Database target,
            TargetDefinition definition,
            LedgerStatements ledger,
            String runId,
            Set<String> madeEarlier) {
        this.target = target;
        this.definition = definition;
        this.ledger = ledger;
        this.runId = runId;
        this.madeEarlier = madeEarlier;
        this.validated = Validated.fresh(target.vendor());
    }

    /** Goes on where this run was cut off. @param past what it executed, or meant to */
    void goOnAfter(List<Past> past) {
        for (Past statement : past) {
            before.put(statement.sql(), statement);
            position = Math.max(position, statement.position());
        }
    }

    /** What the database looked at itself while the definitions ran. */
    Validated validated() {
        return validated;
    }

    List<Violation> violations() {
        return violations;
    }

    List<Failure> failures() {
        return failures;
    }

    /** Before the load the first failure ends the run; afterwards failures are collected. */
    void run(Phase phase) {
        List<DdlStatement> statements = definition.in(phase);
        if (statements.isEmpty()) {
            return;
        }
        target.with("Making the target's schema", connection -> {
            try {
                if (target.vendor() == Vendor.POSTGRESQL) {
                    Answers.any(connection, ROOM_TO_BUILD);
                }
                if (target.vendor() == Vendor.MARIADB) {
                    // Links are looked after by our own search for orphans, which does not rebuild the table.
                    Answers.execute(connection, "SET foreign_key_checks = 0");
                }
                run(connection, statements);
            } finally {
                forgetSettings(connection);
            }
            return null;
        });
    }

    private void run(Connection connection, List<DdlStatement> statements) throws SQLException {
        // What another run left, or this one before it was cut off, is looked at statement by statement.
        boolean together = target.vendor() == Vendor.POSTGRESQL && before.isEmpty() && madeEarlier.isEmpty();
        int next = 0;
        while (next < statements.size()) {
            int apart = together ? 0 : statements.size() - next;
            if (together) {
                try {
                    List<DdlStatement> made = new StatementsTogether(ledger, runId)
                            .run(connection, statements.subList(next, statements.size()), position);
                    made.forEach(validated::accepted);
                    position += made.size();
                    next += made.size();
                } catch (StatementsTogether.Refused e) {
                    apart = e.at() + 1;
                }
            }
            for (int end = next + apart; next < end; next++) {
                run(connection, statements.get(next));
            }
        }
    }

    /**
     * Tries once more what was refused: an index or a check may call a function that came with the last objects.
     *
     * @return names of what stands now
     */
    Set<String> runRefused() {
        List<DdlStatement> again = refused.stream()
                .filter(statement -> statement.phase() != Phase.AFTER_LOAD_OBJECTS)
                .toList();
        if (again.isEmpty()) {
            return Set.of();
        }
        Set<String> names = again.stream().map(DdlStatement::object).collect(Collectors.toSet());
        refused.clear();
        violations.removeIf(violation -> names.contains(violation.object()));
        failures.removeIf(failure -> names.contains(failure.object()));
        target.with("Making the target's schema", connection -> {
            try {
                for (DdlStatement statement : again) {
                    run(connection, statement);
                }
            } finally {
                forgetSettings(connection);
            }
            return null;
        });
        Set<String> standing = new HashSet<>(names);
        refused.forEach(statement -> standing.remove(statement.object()));
        return standing;
    }

    private void run(Connection connection, DdlStatement statement) throws SQLException {
        Past past = isOfSession(statement) ? null : before.get(statement.sql());
        if (past != null && past.done()) {
            validated.accepted(statement);
            return;
        }
        int at = past == null ? ++position : past.position();
        if (past == null) {
            ledger.intend(connection, runId, at, statement);
        }
        try {
            Answers.execute(connection, statement.sql());
        } catch (SQLException e) {
            if (past != null && AlreadyThere.isRepeated(e)) {
                validated.accepted(statement);
                ledger.done(connection, runId, at);
                return;
            }
            if (AlreadyThere.exists(e) && madeEarlier.contains(statement.sql())) {
                ledger.done(connection, runId, at);
                return;
            }
            if (SqlFailure.isDisturbance(e) || !connection.isValid(5)) {
                throw e;
            }
            ledger.refused(connection, runId, at);
            refused.add(statement);
            collect(statement, SqlFailure.translateDefinition("Making " + statement.object(), e));
            return;
        }
        validated.accepted(statement);
        ledger.done(connection, runId, at);
    }

    /** A setting ends with its session. */
    private static boolean isOfSession(DdlStatement statement) {
        return statement.sql().startsWith("SET ") || statement.sql().startsWith("RESET ");
    }

    private void collect(DdlStatement statement, UnderstudyException failure) {
        switch (statement.phase()) {
            case BEFORE_LOAD -> throw failure;
            case AFTER_LOAD_KEYS, AFTER_LOAD_INDEXES -> collect(Violation.Kind.KEY, statement, failure);
            case AFTER_LOAD_CHECKS -> collect(Violation.Kind.CHECK, statement, failure);
            case AFTER_LOAD_LINKS -> collect(Violation.Kind.LINK, statement, failure);
            case AFTER_LOAD_OBJECTS -> failures.add(new Failure(statement.object(), failure.getMessage()));
        }
    }

    private void collect(Violation.Kind kind, DdlStatement statement, UnderstudyException failure) {
        if (failure.problem() == Problem.VIOLATION) {
            violations.add(new Violation(kind, statement.object(), 0));
        } else {
            failures.add(new Failure(statement.object(), failure.getMessage()));
        }
    }

    /** Definitions may start with a SET; the next user of the connection must not inherit it. */
    private void forgetSettings(Connection connection) throws SQLException {
        switch (target.vendor()) {
            case POSTGRESQL -> {
                Answers.execute(connection, "RESET ALL");
                Answers.execute(connection, "SET TIME ZONE 'UTC'");
            }
            case MARIADB -> Answers.execute(connection, "SET foreign_key_checks = 1");
            case H2, SQLITE, GENERIC -> {}
        }
    }
}
