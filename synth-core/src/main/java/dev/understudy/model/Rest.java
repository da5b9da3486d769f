package dev.understudy.model;

import java.util.List;

/**
 * A column that is worked out, child by child: what the siblings before left of the parent's total. So the children are
 * drawn such that they add up to it, as far as chance allows.
 *
 * @param total     the total's column in the parent's cascade
 * @param unit      decimals of the total, and of this column
 * @param besides   numbers of the parent that are part of the total
 * @param parts     numbers of each child whose product counts towards it
 * @param eachRound true if each product is rounded
 * @param whole     if at least 0, this column is another rest, at this place of the cascade, divided by the number of
 *                  siblings that share it, the child itself included
 */
public record Rest(int total, int unit, List<Beside> besides, List<Part> parts, boolean eachRound, int whole) {

    /** @param column of the parent's cascade */
    public record Beside(int column, boolean plus, int decimals) {}

    /** @param column of the child's cascade */
    public record Part(int column, Total.Form form, int decimals) {}

    public Rest {
        besides = List.copyOf(besides);
        parts = List.copyOf(parts);
    }

    /** Decimals of the products. */
    public int exact() {
        return parts.stream()
                .mapToInt(part -> part.form().decimals(part.decimals()))
                .sum();
    }

    public boolean isShare() {
        return whole >= 0;
    }

    /** A share of a rest; halves go up. */
    public static long share(long rest, int among) {
        return Math.floorDiv(2 * rest + among, 2L * among);
    }
}
