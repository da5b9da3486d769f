package dev.understudy.model;

import dev.understudy.schema.ForeignKey;
import java.util.List;

/**
 * How the target of one link other than the owning link is chosen.
 *
 * @param link     name of the foreign key
 * @param kind     by what means
 * @param column   column of the cascade that decides: the target's row ({@link Kind#ROW}), the level
 *                 ({@link Kind#SELF}), or whether there is a target at all; -1 if there always is one
 * @param buckets  columns of the cascade that narrow the target down to rows with the same code
 * @param repeats  what targets are often taken from as they are; for {@link Kind#DEALT} only
 */
public record ReferenceModel(String link, Kind kind, int column, List<Bucket> buckets, Repeats repeats) {
    private static final String DEGREE = "<degree ";
    private static final String EFFECT = "<effect ";

    /**
     * A target that is often the one that the owner, or a sibling before, has, or one that hangs on the same row.
     *
     * @param column column of the cascade that tells: {@link #OWNERS}, {@link #PREVIOUS}, {@link #EARLIER}, {@link #KIN}, or
     *               none of them; -1 if targets do not repeat
     * @param owners which reference of the owner's table points at the same table; -1 for none
     * @param kin    what kin means, at most one
     */
    public record Repeats(int column, int owners, List<Kin> kin) {
        public static final Repeats NONE = new Repeats(-1, -1, List.of());

        public Repeats {
            kin = List.copyOf(kin);
        }

        /** Code of "the one that the owner has". */
        public static final int OWNERS = 1;

        /** Code of "the one that the sibling before has". */
        public static final int PREVIOUS = 2;

        /** Code of "one that hangs on the same row". */
        public static final int KIN = 3;

        /** Code of "one that some sibling before the last one has". */
        public static final int EARLIER = 4;

        /** How far back such a sibling is looked for. */
        public static final int MOST_BACK = 64;
    }

    /**
     * Row and target hang on the same row of some table: two ways lead there.
     *
     * @param row    names of the links to be followed from the row; empty for the way {@code target} from what the sibling
     *               before points at
     * @param target names of the links to be followed from the target; empty for the target itself
     * @param apart  whether a row never points at its own owner
     */
    public record Kin(List<String> row, List<String> target, boolean apart) {
        public Kin {
            row = List.copyOf(row);
            target = List.copyOf(target);
        }
    }

    /** A link whose targets do not repeat. */
    public ReferenceModel(String link, Kind kind, int column, List<Bucket> buckets) {
        this(link, kind, column, buckets, Repeats.NONE);
    }

    /** By what means a target is chosen. */
    public enum Kind {
        /** The target's row is a category of its own. */
        ROW,
        /** Targets are dealt out so that each keeps its degree, within its bucket. */
        DEALT,
        /** Like {@link #DEALT}, but after all tables are made: the link closes a ring. */
        LATE,
        /** A row of the same table, one level up. */
        SELF;

        /** True if targets are chosen after all rows of the table are made. */
        public boolean isChosenLast() {
            return this == LATE || this == SELF;
        }
    }

    /** A column of the child's cascade and the column of the target's cascade that has the same codes. */
    public record Bucket(int column, int targetColumn) {}

    /** Name of the column in the target's cascade that holds how many such children a target row has. */
    public static String degreeColumn(ForeignKey link) {
        return DEGREE + link.child() + " " + link.name() + ">";
    }

    /**
     * Name of the column in the target's cascade that holds what such children have in common.
     *
     * @param column the child's
     */
    public static String effectColumn(ForeignKey link, String column) {
        return EFFECT + link.child() + " " + link.name() + " " + column + ">";
    }

    /** True for names that {@link #effectColumn} gives. */
    public static boolean isEffect(String column) {
        return column.startsWith(EFFECT);
    }

    /** True for names that {@link #degreeColumn} gives. */
    public static boolean isDegree(String column) {
        return column.startsWith(DEGREE);
    }

    public ReferenceModel {
        buckets = List.copyOf(buckets);
    }
}
