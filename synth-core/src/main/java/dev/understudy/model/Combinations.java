package dev.understudy.model;

import java.util.List;

/**
 * Columns whose values together never repeat in the source, though no key says so: a product in an order, a day of a shop.
 *
 * @param drawn   how many columns of the cascade are drawn before rows are kept apart; what follows is drawn given the
 *                combination that a row then has
 * @param columns names of the columns of each, those of links among them
 * @param ranks   numbers that are ranks among the siblings; they are drawn before rows are kept apart, too
 */
public record Combinations(int drawn, List<List<String>> columns, List<Ranking> ranks) {
    public static final Combinations NONE = new Combinations(0, List.of(), List.of());

    public Combinations {
        columns = columns.stream().map(List::copyOf).toList();
        ranks = List.copyOf(ranks);
    }
}
