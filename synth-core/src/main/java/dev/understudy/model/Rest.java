package dev.understudy.model;

import java.util.List;

/**
 * A column that is worked out, child by child: what the siblings before left of the parent's total for each that follows, what
 * the mean of those that follow must be for all to have the mean that was drawn, or how far apart those that follow must lie
 * for the last of them to lie where the parent says. So the children are drawn such that they make up what their parent says,
 * as far as chance allows.
 *
 * @param whole     column of the parent's cascade that holds the total, the mean, or the last number; -1 for runs
 * @param of        which of them
 * @param unit      decimals of this column, and of a total or mean
 * @param besides   numbers of the parent that are part of the total
 * @param parts     numbers of each child whose product counts towards it; of all but a total one
 * @param eachRound true if each product is rounded
 * @param toTheEnd  true if the last children are told as well: always, but of a mean only if they keep it so exactly
 */
public record Rest(
        int whole, Of of, int unit, List<Beside> besides, List<Part> parts, boolean eachRound, boolean toTheEnd) {

    /** What a parent says of its children. */
    public enum Of {
        /** Their sum: the column says what is left for each that follows. */
        TOTAL,
        /** Their mean: the column says the mean of those that follow. */
        MEAN,
        /** The number of the last: the column says how far those that follow lie apart, on average; nothing of the first. */
        PACE,
        /** The number of the last: the column says it, of the last of several. */
        LAST,
        /** When the last ends: the column says it, of the last, even if it is the only one. */
        END,
        /** When the last begins: the column says it, of the one before the last. */
        NEXT,
        /** Nothing: the column says how many of the siblings just before have the same number. */
        RUN;

        /** True if the column says one number of the parent, or how far it is from the sibling before. */
        public boolean isOfLast() {
            return this == PACE || this == LAST || this == END || this == NEXT;
        }

        /** True if the column looks at the sibling before. */
        public boolean looksBack() {
            return this != END && this != NEXT;
        }
    }

    /** From so many siblings on, the last part of them is told no more what their mean must be. */
    private static final int MANY = 8;

    private static final int LAST = 4;

    /** @param column of the parent's cascade */
    public record Beside(int column, boolean plus, int decimals) {}

    /** @param column of the child's cascade */
    public record Part(int column, Total.Form form, int decimals) {}

    public Rest {
        besides = List.copyOf(besides);
        parts = List.copyOf(parts);
        toTheEnd = toTheEnd || of != Of.MEAN;
    }

    /** Decimals of the products. */
    public int exact() {
        return parts.stream()
                .mapToInt(part -> part.form().decimals(part.decimals()))
                .sum();
    }

    /**
     * @param whole the total, the mean, or the last number
     * @param past  what the siblings before have taken of the total, the sum of how far they were above the mean, or the number of
     *              the sibling just before
     * @param among number of siblings that follow, the child itself included
     */
    public static long share(Of of, long whole, long past, int among) {
        return switch (of) {
            case TOTAL, PACE -> divided(whole - past, among);
            case MEAN -> whole - divided(past, among);
            case LAST, END, NEXT -> whole;
            case RUN -> throw new IllegalArgumentException("a run is no part of anything");
        };
    }

    /**
     * True if a child knows of the last number: one that has a sibling before it, the last of several, the last, or the one before
     * the last.
     *
     * @param position among the siblings, from 0
     */
    public static boolean isTold(Of of, int position, int siblings) {
        return switch (of) {
            case END -> position == siblings - 1;
            case NEXT -> position == siblings - 2;
            case LAST -> position > 0 && position == siblings - 1;
            default -> position > 0;
        };
    }

    /**
     * False for the last of many siblings: the mean that was drawn is not so exact, nor was it met so exactly by those
     * before, that it could tell them anything.
     *
     * @param toTheEnd see {@link Rest}
     * @param among    number of siblings that follow, the child itself included
     */
    public static boolean isTold(boolean toTheEnd, int among, int siblings) {
        return toTheEnd || siblings < MANY || among >= siblings / LAST;
    }

    /** Halves go up. */
    private static long divided(long sum, int among) {
        return among == 1 ? sum : Math.floorDiv(2 * sum + among, 2L * among);
    }
}
