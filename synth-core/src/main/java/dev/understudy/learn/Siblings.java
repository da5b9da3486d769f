package dev.understudy.learn;

import dev.understudy.model.Total;
import dev.understudy.schema.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The children of each row of a parent, which stand together in their sample. */
final class Siblings {
    private final TableName child;
    private final int[] first;
    private final int[] count;

    /** @param owner row of the parent of each child, -1 for none; siblings stand together */
    Siblings(TableName child, int[] owner, int parents) {
        this.child = child;
        this.first = new int[parents];
        this.count = new int[parents];
        Arrays.fill(first, -1);
        for (int row = 0; row < owner.length; row++) {
            if (owner[row] >= 0) {
                first[owner[row]] = first[owner[row]] < 0 ? row : first[owner[row]];
                count[owner[row]]++;
            }
        }
    }

    TableName child() {
        return child;
    }

    int count(int parent) {
        return count[parent];
    }

    IntStream parents() {
        return IntStream.range(0, count.length).filter(parent -> count[parent] > 0);
    }

    IntStream parentsWithSeveral() {
        return IntStream.range(0, count.length).filter(parent -> count[parent] > 1);
    }

    IntStream parentsWithout() {
        return IntStream.range(0, count.length).filter(parent -> count[parent] == 0);
    }

    /** True if the children of a parent have different numbers. */
    boolean differ(NumberedColumn column, int parent) {
        int end = first[parent] + count[parent];
        return IntStream.range(first[parent], end)
                        .filter(column::has)
                        .mapToLong(column::at)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    /** What a total over the children of a parent is; see {@link Total}. @param unit its decimals */
    long made(
            Total.Function function,
            List<Total.Factor> factors,
            List<NumberedColumn> columns,
            boolean eachRound,
            int parent,
            int unit) {
        int exact = NumberedColumn.decimals(factors, columns);
        int decimals = eachRound ? unit : exact;
        long made = 0;
        int known = 0;
        for (int row = first[parent]; row < first[parent] + count[parent]; row++) {
            long product = 1;
            boolean has = true;
            for (int f = 0; f < columns.size(); f++) {
                NumberedColumn column = columns.get(f);
                has &= column.has(row);
                product *= factors.get(f).form().of(column.at(row), column.decimals());
            }
            if (has) {
                long number = eachRound && !columns.isEmpty() ? Total.rescaled(product, exact, unit) : product;
                made = function.with(number, made, known == 0);
                known++;
            }
        }
        return function == Total.Function.MEAN && known > 0
                ? Total.mean(made, known, decimals, unit)
                : Total.rescaled(made, decimals, unit);
    }
}
