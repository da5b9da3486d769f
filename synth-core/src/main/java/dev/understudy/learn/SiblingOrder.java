package dev.understudy.learn;

import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In what order the children of one parent stand: by the rest of their key, by time, or as they were read. */
final class SiblingOrder {
    private static final Set<TypeFamily> TIMES =
            EnumSet.of(TypeFamily.DATE, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMP_ZONED);
    private static final Set<TypeFamily> COUNTABLE =
            EnumSet.of(TypeFamily.INTEGER, TypeFamily.DATE, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMP_ZONED);

    private SiblingOrder() {}

    /**
     * Columns that order the siblings of a table, most significant first: the rest of its key, times, or years; may be empty.
     *
     * @param columns its values, by name
     */
    static List<String> columns(Table table, ForeignKey owning, Map<String, ColumnSample> columns) {
        List<String> linked = owning.childColumns();
        List<String> restOfKey = new ArrayList<>();
        UniqueKey key = table.primaryKey().orElse(null);
        if (key != null && key.columns().containsAll(linked)) {
            for (String column : key.columns()) {
                if (!linked.contains(column)
                        && table.column(column)
                                .filter(c -> COUNTABLE.contains(c.type().family()))
                                .isPresent()) {
                    restOfKey.add(column);
                }
            }
        }
        if (!restOfKey.isEmpty()) {
            restOfKey.sort(
                    Comparator.comparing(column -> !isTime(table.column(column).orElseThrow())));
            return restOfKey;
        }
        List<String> times = table.columns().stream()
                .filter(SiblingOrder::isTime)
                .filter(column -> !isBookkeeping(column.name()))
                .sorted(Comparator.comparing(Column::nullable))
                .map(Column::name)
                .toList();
        if (!times.isEmpty()) {
            return times.subList(0, 1);
        }
        Optional<String> year = table.columns().stream()
                .filter(column -> !linked.contains(column.name()))
                .filter(column -> column.type().family() == TypeFamily.INTEGER)
                .filter(column ->
                        columns.get(column.name()) instanceof NumberSample numbers && NumberEncoding.isYears(numbers))
                .min(Comparator.comparing(Column::nullable))
                .map(Column::name);
        if (year.isPresent()) {
            return List.of(year.get());
        }
        return key != null && key.columns().size() == 1 ? key.columns() : List.of();
    }

    private static boolean isTime(Column column) {
        return TIMES.contains(column.type().family());
    }

    /** Times that say when a row was touched, not when the thing happened. */
    private static boolean isBookkeeping(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        return name.contains("update") || name.contains("modif") || name.contains("changed");
    }

    /** Row numbers in sibling order: by owner (none first), then by the columns, then as read. */
    static int[] of(int[] owner, List<String> by, Map<String, ColumnSample> columns) {
        List<ColumnSample> keys =
                by.stream().map(columns::get).filter(sample -> sample != null).toList();
        Integer[] order = new Integer[owner.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> {
            int result = Integer.compare(owner[a], owner[b]);
            for (int i = 0; result == 0 && i < keys.size(); i++) {
                result = Long.compare(keys.get(i).sortKey(a), keys.get(i).sortKey(b));
            }
            return result;
        });
        int[] rows = new int[order.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = order[i];
        }
        return rows;
    }
}
