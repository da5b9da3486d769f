package dev.understudy.model;

import java.util.List;

/**
 * A column that is worked out, child by child: what the siblings before left of the parent's total for each that follows, or
 * what the mean of those that follow must be for all to have the mean that was drawn. So the children are drawn such that
 * they make up what their parent says, as far as chance allows.
 *
 * @param whole     column of the parent's cascade that holds the total, or the mean
 * @param isMean    true if it holds the mean
 * @param unit      decimals of the total or mean, and of this column
 * @param besides   numbers of the parent that are part of the total
 * @param parts     numbers of each child whose product counts towards it; of a mean one
 * @param eachRound true if each product is rounded
 * @param toTheEnd  true if the last children are told as well: of a total always, of a mean if they keep it so exactly
 */
public record Rest(
        int whole,
        boolean isMean,
        int unit,
        List<Beside> besides,
        List<Part> parts,
        boolean eachRound,
        boolean toTheEnd) {

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
        toTheEnd = toTheEnd || !isMean;
    }

    /** Decimals of the products. */
    public int exact() {
        return parts.stream()
                .mapToInt(part -> part.form().decimals(part.decimals()))
                .sum();
    }

    /**
     * @param whole the total, or the mean
     * @param past  what the siblings before have taken of the total, or the sum of how far they were above the mean
     * @param among number of siblings that follow, the child itself included
     */
    public static long share(boolean isMean, long whole, long past, int among) {
        return isMean ? whole - divided(past, among) : divided(whole - past, among);
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
