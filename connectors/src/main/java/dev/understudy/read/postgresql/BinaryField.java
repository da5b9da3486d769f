package dev.understudy.read.postgresql;

import dev.understudy.read.ColumnCells;
import dev.understudy.read.DoubleCells;
import dev.understudy.read.LongCells;
import dev.understudy.read.TextCells;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/** Decodes one column of binary COPY into cells; no object per cell except for texts. */
@FunctionalInterface
interface BinaryField {
    VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Days from 1970-01-01 to 2000-01-01, where PostgreSQL counts from. */
    int EPOCH_DAYS = 10_957;

    long EPOCH_MICROS = EPOCH_DAYS * 86_400_000_000L;

    void decode(byte[] data, int offset, int length, ColumnCells cells);

    static BinaryField bool() {
        return (data, offset, length, cells) -> ((LongCells) cells).add(data[offset]);
    }

    static BinaryField integer() {
        return (data, offset, length, cells) -> ((LongCells) cells)
                .add(
                        switch (length) {
                            case Short.BYTES -> (short) SHORT.get(data, offset);
                            case Integer.BYTES -> (int) INT.get(data, offset);
                            default -> (long) LONG.get(data, offset);
                        });
    }

    static BinaryField real() {
        return (data, offset, length, cells) -> ((DoubleCells) cells)
                .add(
                        length == Float.BYTES
                                ? exactly(Float.intBitsToFloat((int) INT.get(data, offset)))
                                : Double.longBitsToDouble((long) LONG.get(data, offset)));
    }

    /** The double that prints like the float: 0.1f becomes 0.1. */
    private static double exactly(float value) {
        return Float.isFinite(value) && value != (int) value ? Double.parseDouble(Float.toString(value)) : value;
    }

    static BinaryField date() {
        return (data, offset, length, cells) -> {
            int days = (int) INT.get(data, offset);
            ((LongCells) cells)
                    .add(
                            switch (days) {
                                case Integer.MAX_VALUE -> Long.MAX_VALUE;
                                case Integer.MIN_VALUE -> Long.MIN_VALUE;
                                default -> (long) days + EPOCH_DAYS;
                            });
        };
    }

    static BinaryField time() {
        return (data, offset, length, cells) -> ((LongCells) cells).add((long) LONG.get(data, offset));
    }

    static BinaryField timestamp() {
        return (data, offset, length, cells) -> {
            long micros = (long) LONG.get(data, offset);
            boolean infinite = micros == Long.MAX_VALUE || micros == Long.MIN_VALUE;
            // The last 30 years before 294277 do not fit: they are moved to the last moment that does.
            boolean beyond = micros >= Long.MAX_VALUE - EPOCH_MICROS;
            ((LongCells) cells).add(infinite ? micros : beyond ? Long.MAX_VALUE - 1 : micros + EPOCH_MICROS);
        };
    }

    /** @param scale digits after the point; a NaN, which no long can hold, is read as missing */
    static BinaryField scaledNumeric(int scale) {
        return (data, offset, length, cells) -> {
            if (BinaryNumeric.isFinite(data, offset)) {
                ((LongCells) cells).add(BinaryNumeric.scaled(data, offset, scale));
            } else {
                cells.addMissing();
            }
        };
    }

    static BinaryField numeric() {
        return (data, offset, length, cells) -> ((DoubleCells) cells).add(BinaryNumeric.real(data, offset));
    }

    static BinaryField text() {
        return (data, offset, length, cells) ->
                ((TextCells) cells).add(new String(data, offset, length, StandardCharsets.UTF_8));
    }

    static BinaryField uuid() {
        return (data, offset, length, cells) -> ((TextCells) cells)
                .add(new UUID((long) LONG.get(data, offset), (long) LONG.get(data, offset + Long.BYTES)).toString());
    }

    static BinaryField hex() {
        return (data, offset, length, cells) ->
                ((TextCells) cells).add(HexFormat.of().formatHex(data, offset, offset + length));
    }
}
