package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.semantic.DocumentRecipe.Node;
import dev.understudy.semantic.DocumentRecipe.Order;
import dev.understudy.semantic.DocumentRecipe.Product;
import dev.understudy.semantic.DocumentRecipe.Series;
import dev.understudy.semantic.DocumentRecipe.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How elements of an array follow those before it: which kind comes after which, how numbers go on, and what always holds. Only
 * what at least k families show.
 */
final class ElementSeries {
    private static final int MOST_MEMBERS = 8;
    /** Nats that the kind before must tell of the next. */
    private static final double LEAST_TOLD = 12;

    private static final int PARTS = 100;
    private static final int MOST_LIFT = 100 * PARTS;

    private final ElementSample found;
    private final long[] family;
    private final int k;

    ElementSeries(ElementSample found, long[] family, int k) {
        this.found = found;
        this.family = family;
        this.k = k;
    }

    /**
     * @param all    what stands at all elements
     * @param kind   of each element
     * @param shares of the kinds by class of the row, {@code byRow}
     */
    Series series(Node all, int[] kind, List<List<Integer>> shares, int[] byRow, ElementLevels levels) {
        ElementRules rules = new ElementRules(found, family, k);
        List<String> members = members(all);
        List<String> numbers =
                members.stream().filter(rules::isNumber).limit(MOST_MEMBERS).toList();
        List<Product> products = rules.products(numbers);
        List<Order> orders = rules.orders(members, products);
        List<String> once = rules.once(members, orders);
        Set<String> settled = new HashSet<>();
        products.forEach(product -> settled.add(product.member()));
        orders.stream().filter(order -> order.way() == Way.COUNTED).forEach(order -> settled.add(order.member()));
        return new Series(
                next(kind, shares, byRow, once),
                ends(kind, shares.get(0).size()),
                rules.even(),
                once,
                orders,
                levels.of(
                        numbers.stream()
                                .filter(number -> !settled.contains(number))
                                .toList(),
                        kind),
                products,
                rules.totals(numbers));
    }

    private static List<String> members(Node all) {
        List<String> members = new ArrayList<>();
        if (all.members().isEmpty()) {
            members.add("");
        }
        all.members().stream().limit(24).forEach(member -> members.add(member.name()));
        return members;
    }

    /** How often each kind follows each, or comes first, compared with how often it would, given the row and what was said. */
    private List<List<Integer>> next(int[] kind, List<List<Integer>> shares, int[] byRow, List<String> once) {
        int kinds = shares.get(0).size();
        double[][] seen = new double[kinds + 1][kinds];
        double[][] expected = new double[kinds + 1][kinds];
        FamilyCount[][] families = new FamilyCount[kinds + 1][kinds];
        for (FamilyCount[] one : families) {
            Arrays.setAll(one, i -> new FamilyCount(k));
        }
        for (int a = 0; a < found.arrays(); a++) {
            List<Integer> share = shares.get(byRow == null ? 0 : byRow[found.row(a)]);
            Set<Integer> said = new HashSet<>();
            for (int i = found.start(a); i < found.end(a); i++) {
                int before = i == found.start(a) ? kinds : kind[i - 1];
                double left = 0;
                for (int next = 0; next < kinds; next++) {
                    left += said.contains(next) ? 0 : share.get(next);
                }
                for (int next = 0; next < kinds && left > 0; next++) {
                    expected[before][next] += said.contains(next) ? 0 : share.get(next) / left;
                }
                seen[before][kind[i]]++;
                families[before][kind[i]].add(family[found.row(a)]);
                if (!once.isEmpty()) {
                    said.add(kind[i]);
                }
            }
        }
        double told = -kinds * (kinds - 1.0) / 2;
        List<List<Integer>> next = new ArrayList<>();
        for (int before = 0; before <= kinds; before++) {
            List<Integer> row = new ArrayList<>();
            for (int after = 0; after < kinds; after++) {
                double wanted = expected[before][after];
                double got = seen[before][after];
                told += got > 0 && wanted > 0 ? got * Math.log(got / wanted) : 0;
                row.add(lift(got, wanted, families[before][after].full()));
            }
            next.add(row);
        }
        return kinds > 1 && told > LEAST_TOLD ? next : List.of();
    }

    /** Kinds that nothing ever follows, although enough families have them in arrays of several elements. */
    private List<Integer> ends(int[] kind, int kinds) {
        FamilyCount[] families = new FamilyCount[kinds];
        Arrays.setAll(families, i -> new FamilyCount(3 * k));
        boolean[] goesOn = new boolean[kinds];
        for (int a = 0; a < found.arrays(); a++) {
            for (int i = found.start(a); i < found.end(a) - 1; i++) {
                goesOn[kind[i]] = true;
            }
            if (found.end(a) - found.start(a) > 1) {
                families[kind[found.end(a) - 1]].add(family[found.row(a)]);
            }
        }
        return IntStream.range(0, kinds)
                .filter(one -> !goesOn[one] && families[one].full())
                .boxed()
                .toList();
    }

    /** What few families show counts as nothing where many were to be expected, else as what is expected. */
    private int lift(double got, double wanted, boolean shared) {
        if (shared && wanted > 0) {
            return (int) Math.max(1, Math.min(MOST_LIFT, Math.round(PARTS * got / wanted)));
        }
        return wanted >= 3 * k ? 0 : PARTS;
    }
}
