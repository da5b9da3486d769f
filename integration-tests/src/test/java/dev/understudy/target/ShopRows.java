package dev.understudy.target;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.data.TextVector;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * Rows for a {@link SmallShop}: {@code size} customers, each recommended by the next and the last by the first, and as
 * many orders and items.
 *
 * @param word makes the rows of one run differ from those of another
 */
record ShopRows(SmallShop shop, int size, String word) {

    void write(RowSink sink) {
        writeCustomers(sink);
        writeOrders(sink);
        writeItems(sink);
    }

    void writeCustomers(RowSink sink) {
        write(sink, shop.customer(), shop.customerColumns(), customers(i -> word + i));
    }

    /** The last customer has the address of the first. */
    void writeCustomersWithTwins(RowSink sink) {
        write(sink, shop.customer(), shop.customerColumns(), customers(i -> word + (i == size - 1 ? 0 : i)));
    }

    private RowBatch customers(IntFunction<String> email) {
        return new RowBatch(
                size,
                List.of(
                        numbers(i -> i + 1),
                        texts(email),
                        texts(i -> i % 2 == 0 ? "a" : "b"),
                        numbers(i -> i + 1 == size ? 1 : i + 2)));
    }

    void writeOrders(RowSink sink) {
        write(sink, shop.orders(), shop.orderColumns(), orders(i -> i + 1));
    }

    /** The last order is nobody's. */
    void writeOrdersWithOrphan(RowSink sink) {
        write(sink, shop.orders(), shop.orderColumns(), orders(i -> i + 1 == size ? 4711 : i + 1));
    }

    private RowBatch orders(IntToLongFunction customer) {
        return new RowBatch(
                size, List.of(numbers(i -> i + 1), numbers(customer), numbers(i -> i + 1), numbers(i -> 100L * i)));
    }

    void writeItems(RowSink sink) {
        write(
                sink,
                shop.item(),
                shop.itemColumns(),
                new RowBatch(size, List.of(numbers(i -> i + 1), numbers(i -> i + 1), numbers(i -> 2L * i + 10))));
    }

    private static void write(RowSink sink, TableName table, List<Column> columns, RowBatch rows) {
        try (RowSink.TableWriter writer = sink.open(table, columns)) {
            writer.write(rows);
            writer.finish();
        }
        sink.finish(table);
    }

    private ColumnVector numbers(IntToLongFunction value) {
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = value.applyAsLong(i);
        }
        return LongVector.wrap(values, new BitSet());
    }

    private ColumnVector texts(IntFunction<String> value) {
        String[] values = new String[size];
        for (int i = 0; i < size; i++) {
            values[i] = value.apply(i);
        }
        return TextVector.wrap(values, new BitSet());
    }
}
