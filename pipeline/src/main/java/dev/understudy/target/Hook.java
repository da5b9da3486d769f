package dev.understudy.target;

import java.util.List;

/**
 * Statements of the operator's that run in the target.
 *
 * @param stage      when
 * @param statements one after the other, each committed by itself
 * @param fails      true if a statement that fails ends the run; false if that is only a warning
 */
public record Hook(Stage stage, List<String> statements, boolean fails) {
    /** When a hook runs. */
    public enum Stage {
        /** Before Understudy writes anything. */
        BEFORE,
        /** When the rows are in, constraints stand and counters are moved. */
        AFTER
    }

    public Hook {
        statements = List.copyOf(statements);
    }
}
