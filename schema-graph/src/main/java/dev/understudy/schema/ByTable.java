package dev.understudy.schema;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list that also finds those of its elements that belong to a table, without looking at the others: a schema of a thousand
 * tables is asked for them some hundred thousand times. Immutable; equal to any list of the same elements.
 */
final class ByTable<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> all;
    private final List<Map<TableName, List<T>>> found = new ArrayList<>();

    private ByTable(List<T> all, List<Function<T, TableName>> owners) {
        this.all = all;
        for (Function<T, TableName> owner : owners) {
            Map<TableName, List<T>> of = new LinkedHashMap<>();
            all.forEach(one -> of.computeIfAbsent(owner.apply(one), name -> new ArrayList<>(1))
                    .add(one));
            of.replaceAll((name, list) -> List.copyOf(list));
            found.add(of);
        }
    }

    /** @param owners what tells the table of an element; the first of them is number 0 */
    static <T> ByTable<T> of(List<T> all, List<Function<T, TableName>> owners) {
        return all instanceof ByTable<T> known ? known : new ByTable<>(List.copyOf(all), owners);
    }

    /** Elements of a table, in order. @param owner number of what tells it */
    static <T> List<T> find(List<T> list, int owner, TableName table) {
        return ((ByTable<T>) list).found.get(owner).getOrDefault(table, List.of());
    }

    @Override
    public T get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }
}
