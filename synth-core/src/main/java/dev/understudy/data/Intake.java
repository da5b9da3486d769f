package dev.understudy.data;

/**
 * How a database takes rows best.
 *
 * @param writers how many parts may be open at once, of one table or of several; at least 1
 * @param rows    rows after which a part of a table ends; {@link Long#MAX_VALUE} where tables come whole
 */
public record Intake(int writers, long rows) {
    /** One table after the other, each in one piece. */
    public static final Intake WHOLE_TABLES = new Intake(1, Long.MAX_VALUE);

    /** Few enough that a run that is cut off loses little, and enough for a commit to cost nothing beside them. */
    public static final long PART_ROWS = 200_000;

    public Intake {
        if (writers < 1 || rows < 1) {
            throw new IllegalArgumentException("A sink takes at least one row by one writer.");
        }
    }

    /** The same with another number of writers. */
    public Intake withWriters(int most) {
        return new Intake(most, rows);
    }
}
