package dev.understudy.generate;

import dev.understudy.data.TypeLimits;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.KeptRows;
import dev.understudy.schema.Column;
import java.util.HashSet;
import java.util.Set;

/** Numbers 1, 2, 3 …; in a table with kept rows the numbers that those do not use. */
final class SerialCell implements Cell {
    private final ColumnFill.Serial serial;
    private final long[] free;
    private final TypeLimits limits;

    SerialCell(ColumnFill.Serial serial, KeptRows kept, Column column, int index) {
        this.serial = serial;
        this.limits = TypeLimits.of(column.type());
        this.free = kept.rows() == 0 ? new long[0] : free(serial, kept, index);
    }

    private static long[] free(ColumnFill.Serial serial, KeptRows kept, int index) {
        Set<Long> used = new HashSet<>();
        for (int row = 0; row < kept.rows(); row++) {
            if (kept.isKept(row)) {
                KeptRows.Values values = kept.columns().get(index);
                used.add(values.longs()[row] * (long) Math.pow(10, Math.max(0, -values.decimals())));
            }
        }
        long[] free = new long[kept.rows()];
        long next = serial.start();
        for (int row = 0; row < free.length; row++) {
            if (!kept.isKept(row)) {
                while (used.contains(next)) {
                    next += serial.step();
                }
                free[row] = next;
                next += serial.step();
            }
        }
        return free;
    }

    @Override
    public boolean isNull(Block block, int row) {
        return false;
    }

    @Override
    public long number(Block block, int row) {
        long index = block.firstRow() + row;
        return limits.clamp(index < free.length ? free[(int) index] : serial.start() + serial.step() * index);
    }
}
