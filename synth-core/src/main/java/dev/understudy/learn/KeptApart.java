package dev.understudy.learn;

import dev.understudy.model.Combinations;
import dev.understudy.model.Ranking;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.model.TableMode;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What no two rows share, though no key may say so.
 *
 * @param combinations columns that never repeat together
 * @param ranks        the first rank, by column that is 1, 2, 3 … among siblings
 */
record KeptApart(List<List<String>> combinations, Map<String, Long> ranks) {
    /**
     * @param order  columns that order the siblings
     * @param digits columns of numbers that are made of digits, which are told apart by themselves
     */
    static KeptApart of(
            TableContext context, TableSample sample, List<String> order, List<DrawnColumn> drawn, Set<String> digits) {
        Table table = context.table(sample.name());
        ForeignKey owning = context.owning(sample.name()).orElse(null);
        Map<String, Long> ranks = owning == null ? Map.of() : ranks(table, sample, drawn, digits);
        if (context.mode(table.name()) != TableMode.SYNTHESIZE) {
            return new KeptApart(List.of(), ranks);
        }
        CombinationFinder finder = new CombinationFinder(table, sample, owning, order);
        // Only columns that the cascade draws, and links that are chosen with the row, can be kept apart.
        for (ForeignKey link : context.references(table.name())) {
            Kind kind = context.kind(link);
            if (!link.isTyped() && (kind == Kind.ROW || kind == Kind.DEALT)) {
                finder.add(link);
            }
        }
        for (DrawnColumn one : drawn) {
            if (one.isWhole() && one.recipe() == null && !digits.contains(one.of()) && !ranks.containsKey(one.of())) {
                finder.add(table.columns().get(one.output()), one.column());
            }
        }
        return new KeptApart(finder.find(), ranks);
    }

    private static Map<String, Long> ranks(
            Table table, TableSample sample, List<DrawnColumn> drawn, Set<String> digits) {
        Map<String, Long> found = new HashMap<>();
        for (DrawnColumn one : drawn) {
            boolean whole = one.isWhole()
                    && !digits.contains(one.of())
                    && table.columns().get(one.output()).type().family() == TypeFamily.INTEGER;
            if (whole && sample.column(one.of()) instanceof NumberSample numbers) {
                RankFinder.first(sample, numbers).ifPresent(rank -> found.put(one.of(), rank));
            }
        }
        return found;
    }

    /** All columns by which rows are kept apart. */
    Set<String> columns() {
        Set<String> columns = combinations.stream().flatMap(List::stream).collect(Collectors.toSet());
        columns.addAll(ranks.keySet());
        return columns;
    }

    /** @param before columns of the cascade that are drawn before rows are kept apart */
    Combinations in(List<EncodedColumn> cascade, int before) {
        List<Ranking> rankings = ranks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rank -> new Ranking(EncodedColumn.place(cascade, rank.getKey()), rank.getValue()))
                .toList();
        return new Combinations(before, combinations, rankings);
    }
}
