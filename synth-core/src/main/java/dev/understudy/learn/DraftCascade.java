package dev.understudy.learn;

import dev.understudy.model.Base;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cascade of one table while it grows.
 *
 * @param columns   in the order in which they will be drawn; grows
 * @param workedOut columns that are not drawn but worked out, by place; grows
 * @param rests     columns that are worked out child by child, by place; grows
 */
record DraftCascade(List<EncodedColumn> columns, Map<Integer, Base> workedOut, Map<Integer, RestColumns.Of> rests) {
    static DraftCascade empty() {
        return new DraftCascade(new ArrayList<>(), new HashMap<>(), new HashMap<>());
    }

    /** Place of the column that comes next. */
    int size() {
        return columns.size();
    }

    void add(EncodedColumn column) {
        columns.add(column);
    }

    void add(WorkedOut column) {
        workedOut.put(columns.size(), column.base());
        columns.add(column.column());
    }

    void add(RestColumns.Of rest) {
        rests.put(columns.size(), rest);
        columns.add(rest.column());
    }
}
