package dev.understudy.problem;

/** What went wrong, as far as a script needs to know. The exit status is a contract; see the README. */
public enum Problem {
    /** Anything unexpected: a defect, a full disk, a server that went away. */
    FAILED(1),
    /** An unknown flag, a bad configuration, a pattern that matches no table. */
    USAGE(2),
    /** Refused to protect data: source is the target, the target holds rows of others, a protected target. */
    UNSAFE(2),
    /** A host that does not answer, a wrong password, a missing grant, a read-only target. */
    CONNECTION(3),
    /** The source is not what the model or the plan says, or a plan that cannot be kept. */
    DRIFT(4),
    /** A constraint is violated in the target. */
    VIOLATION(5),
    /** A fidelity, utility or privacy gate failed. */
    GATE(6),
    /** Stopped in the middle, can be resumed. */
    INTERRUPTED(7),
    /** Cancelled by the user. */
    CANCELLED(130);

    private final int exitStatus;

    Problem(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    /** Status with which the process ends, 1 to 130. */
    public int exitStatus() {
        return exitStatus;
    }
}
