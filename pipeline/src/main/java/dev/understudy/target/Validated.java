package dev.understudy.target;

import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the database itself looked at over all rows of tables that it made empty in the same run: constraints that it
 * accepted, and columns that take no null. Asking again would read every table a second time to hear the same.
 *
 * <p>For one thread.
 */
final class Validated {
    /** Words by which a constraint is accepted unseen. */
    private static final Pattern UNSEEN =
            Pattern.compile("\\b(NOT\\s+VALID|NOT\\s+ENFORCED|NOCHECK)\\b", Pattern.CASE_INSENSITIVE);

    private final boolean trusted;
    private final boolean fresh;
    private final Set<Constraint> constraints = new HashSet<>();

    private record Constraint(Violation.Kind kind, String object) {}

    private Validated(boolean trusted, boolean fresh) {
        this.trusted = trusted;
        this.fresh = fresh;
    }

    /** Everything is to be searched for. */
    static Validated nothing() {
        return new Validated(false, false);
    }

    /** For tables that are made by this run. MariaDB is told not to look at links when they are added. */
    static Validated fresh(Vendor vendor) {
        return new Validated(vendor == Vendor.POSTGRESQL || vendor == Vendor.H2, true);
    }

    /** Takes down a statement that the database executed without complaint. */
    void accepted(DdlStatement statement) {
        if (trusted && !UNSEEN.matcher(statement.sql()).find()) {
            kind(statement).ifPresent(kind -> constraints.add(new Constraint(kind, statement.object())));
        }
    }

    private static Optional<Violation.Kind> kind(DdlStatement statement) {
        return switch (statement.phase()) {
            case BEFORE_LOAD ->
                statement.sql().contains(" ADD CONSTRAINT ") ? Optional.of(Violation.Kind.KEY) : Optional.empty();
            case AFTER_LOAD_KEYS -> Optional.of(Violation.Kind.KEY);
            case AFTER_LOAD_CHECKS -> Optional.of(Violation.Kind.CHECK);
            case AFTER_LOAD_LINKS -> Optional.of(Violation.Kind.LINK);
            case AFTER_LOAD_INDEXES, AFTER_LOAD_OBJECTS -> Optional.empty();
        };
    }

    /** @param object as the violation would name it */
    boolean holds(Violation.Kind kind, String object) {
        return constraints.contains(new Constraint(kind, object));
    }

    /** True if the column cannot hold a null, because it never could. */
    boolean holdsNoNull(Standing standing, TableName table, String column) {
        return fresh
                && standing.column(table, column)
                        .filter(standingColumn -> !standingColumn.nullable())
                        .isPresent();
    }
}
