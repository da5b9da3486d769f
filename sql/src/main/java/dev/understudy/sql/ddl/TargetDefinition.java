package dev.understudy.sql.ddl;

import java.util.List;

/**
 * How to make the empty copy of a schema.
 *
 * @param statements in an order in which they can run: by phase, and within a phase needed things first
 * @param notices    what the copy lacks or has in another shape, in the order of the schema
 */
public record TargetDefinition(List<DdlStatement> statements, List<Notice> notices) {
    public TargetDefinition {
        statements = List.copyOf(statements);
        notices = List.copyOf(notices);
    }

    /** The statements of one phase, in order. */
    public List<DdlStatement> in(Phase phase) {
        return statements.stream()
                .filter(statement -> statement.phase() == phase)
                .toList();
    }
}
