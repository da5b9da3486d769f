package dev.understudy.problem;

import java.util.Objects;

/** A run that cannot go on. Its message is one line for the user, free of source values. */
public final class UnderstudyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public UnderstudyException(Problem problem, String message) {
        super(message);
        this.problem = Objects.requireNonNull(problem);
    }

    /** @param cause kept for debugging only; its message may quote a row and is never printed */
    public UnderstudyException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = Objects.requireNonNull(problem);
    }

    public Problem problem() {
        return problem;
    }
}
