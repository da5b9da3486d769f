package dev.understudy.generate;

import dev.understudy.model.KeptRows;
import dev.understudy.semantic.TextMaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows get which texts in a column in which no two rows share one: rows that stay as they are keep theirs, and texts that
 * must exist do. Immutable.
 *
 * @param column place in the table
 */
record UniqueTexts(KeptRows kept, int column) {
    /**
     * Numbers of rows; those of texts that stand in a row that stays are left out. Dense, because a recipe of different texts may
     * have hardly more of them than there are rows.
     */
    RowNumbers numbers(TextMaker maker) {
        if (kept.rows() == 0) {
            return RowNumbers.DENSE;
        }
        Set<String> standing = new HashSet<>();
        List<String> texts = kept.columns().get(column).texts();
        for (int row = 0; row < texts.size(); row++) {
            if (kept.isKept(row)) {
                standing.add(texts.get(row));
            }
        }
        long[] numbers = new long[kept.rows() + 1];
        long next = 0;
        for (int row = 0; row < numbers.length; row++) {
            while (!kept.isKept(row) && next < maker.capacity() && standing.contains(maker.make(next, next, next))) {
                next++;
            }
            numbers[row] = kept.isKept(row) ? next : next++;
        }
        int last = kept.rows();
        return (block, row) -> {
            long at = block.firstRow() + row;
            return at < last ? numbers[(int) at] : numbers[last] + at - last;
        };
    }

    /**
     * By place: the first rows that do not stay as they are get texts that must exist, but for those that stand in a row that stays.
     */
    Map<Long, String> demanded(List<String> texts) {
        List<String> missing = new ArrayList<>(texts);
        if (kept.rows() > 0) {
            KeptRows.Values values = kept.columns().get(column);
            for (int row = 0; row < kept.rows(); row++) {
                if (kept.isKept(row) && !values.texts().isEmpty()) {
                    missing.remove(values.texts().get(row));
                }
            }
        }
        Map<Long, String> places = new HashMap<>();
        int place = 0;
        for (String text : missing) {
            while (kept.isKept(place)) {
                place++;
            }
            places.put((long) place++, text);
        }
        return places;
    }
}
