package dev.understudy.found;

import dev.understudy.schema.ColumnName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is left of all candidates when none is shown that follows from others. Columns that are equal count as one. */
final class Pruned {
    private final Map<ColumnName, ColumnName> same = new HashMap<>();

    private Pruned() {}

    /** An arrow between two columns, or what equals them. */
    private record Arrow(ColumnName from, ColumnName to) {}

    static List<Candidate> of(List<Candidate> all) {
        Pruned pruned = new Pruned();
        List<Candidate> left = new ArrayList<>();
        all.stream()
                .filter(Candidate::isEquality)
                .sorted(Comparator.comparing(Candidate::kind))
                .filter(pruned::joins)
                .forEach(left::add);
        left.addAll(pruned.arithmetic(all));
        left.addAll(pruned.withoutImplied(all.stream()
                .filter(one -> one.isOrder() && !pruned.isSaidBySum(one, left))
                .toList()));
        left.addAll(pruned.withoutImplied(
                all.stream().filter(one -> one.kind() == Kind.DETERMINES).toList()));
        all.stream()
                .filter(one -> one.kind() == Kind.ONE_OF || one.kind() == Kind.TOTAL)
                .forEach(left::add);
        return left;
    }

    private ColumnName root(ColumnName column) {
        ColumnName root = column;
        while (same.containsKey(root)) {
            root = same.get(root);
        }
        return root;
    }

    /** True if the two columns were not known to be equal before. */
    private boolean joins(Candidate equality) {
        ColumnName one = root(equality.columns().get(0));
        ColumnName other = root(equality.columns().get(1));
        if (one.equals(other)) {
            return false;
        }
        if (equality.broken() == 0) {
            same.put(one, other);
        }
        return true;
    }

    /** One of each three columns: 3 = 1 + 2 says what 3 - 2 = 1 does. */
    private List<Candidate> arithmetic(List<Candidate> all) {
        Set<List<Object>> seen = new HashSet<>();
        return all.stream()
                .filter(one -> one.kind() == Kind.SUM || one.kind() == Kind.PRODUCT)
                .filter(one -> {
                    Set<ColumnName> roots =
                            one.columns().stream().map(this::root).collect(Collectors.toSet());
                    return roots.size() == 3 && seen.add(List.of(one.kind(), roots));
                })
                .toList();
    }

    /** A part of a sum is no more than the sum. */
    private boolean isSaidBySum(Candidate order, List<Candidate> known) {
        return known.stream()
                .filter(one -> one.kind() == Kind.SUM && one.broken() == 0)
                .anyMatch(sum ->
                        root(sum.columns().get(0)).equals(root(order.columns().get(0)))
                                && sum.columns().stream()
                                        .skip(1)
                                        .map(this::root)
                                        .anyMatch(part ->
                                                part.equals(root(order.columns().get(1)))));
    }

    /** Arrows that no two others lead along; of arrows between the same the first. */
    private List<Candidate> withoutImplied(List<Candidate> arrows) {
        Set<Arrow> exact = arrows.stream()
                .filter(one -> one.broken() == 0)
                .map(this::arrow)
                .collect(Collectors.toSet());
        Map<ColumnName, List<ColumnName>> next = new HashMap<>();
        exact.forEach(arrow ->
                next.computeIfAbsent(arrow.from, same -> new ArrayList<>()).add(arrow.to));
        Set<Arrow> shown = new HashSet<>();
        List<Candidate> left = new ArrayList<>();
        for (Candidate one : arrows) {
            Arrow arrow = arrow(one);
            boolean implied = next.getOrDefault(arrow.from, List.of()).stream()
                    .anyMatch(between -> !between.equals(arrow.to)
                            && !between.equals(arrow.from)
                            && exact.contains(new Arrow(between, arrow.to))
                            && !exact.contains(new Arrow(between, arrow.from))
                            && !exact.contains(new Arrow(arrow.to, between)));
            boolean turned = shown.contains(new Arrow(arrow.to, arrow.from));
            if (!arrow.from.equals(arrow.to) && !implied && !turned && shown.add(arrow)) {
                left.add(one);
            }
        }
        return left;
    }

    private Arrow arrow(Candidate one) {
        return new Arrow(root(one.columns().get(0)), root(one.columns().get(1)));
    }
}
