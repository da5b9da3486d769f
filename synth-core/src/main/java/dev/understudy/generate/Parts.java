package dev.understudy.generate;

import dev.understudy.data.Part;
import dev.understudy.data.WrittenPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts a table into parts that become permanent one by one. */
final class Parts {
    private Parts() {}

    /**
     * Parts that are left to be written, in order.
     *
     * @param written parts that are there already
     * @param most    rows after which a part ends; a block is never cut
     */
    static List<Part> left(GeneratedTable table, List<WrittenPart> written, long most) {
        List<Part> parts = new ArrayList<>();
        int next = 0;
        for (WrittenPart done : written.stream()
                .sorted(Comparator.comparingInt(one -> one.part().first()))
                .toList()) {
            cut(table, next, Math.min(done.part().first(), table.blockCount()), most, parts);
            next = Math.max(next, done.part().end());
        }
        cut(table, next, table.blockCount(), most, parts);
        return parts;
    }

    private static void cut(GeneratedTable table, int from, int to, long most, List<Part> parts) {
        int first = from;
        long rows = 0;
        for (int b = from; b < to; b++) {
            rows += table.plannedRows(b);
            if (rows >= most || b + 1 == to) {
                parts.add(new Part(first, b + 1));
                first = b + 1;
                rows = 0;
            }
        }
    }
}
