package dev.understudy.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In what order the columns of a table are drawn.
 *
 * <p>What orders the siblings comes first: everything else then follows in time. Then what keeps rows apart, and what has few
 * values. Totals come before other numbers, so that these are told from them, and not they from numbers that do not know the
 * children. {@link CascadeOrder} puts the rest in order.
 *
 * @param first columns that order the siblings, most significant first
 * @param apart columns by which rows are kept apart
 * @param told  columns that are totals over the children
 */
record DrawingOrder(List<String> first, Set<String> apart, Set<String> told) {
    /** @param after by column, another one that must come before it */
    List<DrawnColumn> of(List<DrawnColumn> drawn, Map<String, String> after) {
        List<DrawnColumn> sorted = new ArrayList<>(drawn);
        sorted.sort(Comparator.comparingInt(
                        (DrawnColumn d) -> first.contains(d.of()) ? first.indexOf(d.of()) : first.size())
                .thenComparing(d -> !apart.contains(d.of()))
                .thenComparing(d -> !d.column().isOneOfFew())
                .thenComparing(d -> !told.contains(d.of()))
                .thenComparingInt(d -> d.column().codec().codes()));
        int front = (int) sorted.stream()
                .filter(d ->
                        comesFirst(d) || told.contains(d.of()) || d.column().isOneOfFew())
                .count();
        return inOrder(sorted, front, after);
    }

    /** Of columns in their order, those that are drawn before rows are kept apart; none if nothing keeps them apart. */
    List<DrawnColumn> beforeApart(List<DrawnColumn> ordered) {
        return apart.isEmpty()
                ? List.of()
                : ordered.stream().takeWhile(this::comesFirst).toList();
    }

    private boolean comesFirst(DrawnColumn column) {
        return first.contains(column.of()) || apart.contains(column.of());
    }

    /** Parts of dates stand right before their dates. @param front how many columns stay where they are */
    private static List<DrawnColumn> inOrder(List<DrawnColumn> drawn, int front, Map<String, String> after) {
        List<DrawnColumn> whole = drawn.stream().filter(DrawnColumn::isWhole).toList();
        int kept = (int)
                drawn.subList(0, front).stream().filter(DrawnColumn::isWhole).count();
        List<DrawnColumn> ordered = new ArrayList<>();
        for (int place : CascadeOrder.of(whole.stream().map(DrawnColumn::column).toList(), kept, after)) {
            DrawnColumn next = whole.get(place);
            drawn.stream().filter(d -> !d.isWhole() && d.of().equals(next.of())).forEach(ordered::add);
            ordered.add(next);
        }
        return ordered;
    }
}
