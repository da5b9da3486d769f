package dev.understudy.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Growing bytes in which rows are encoded before they are sent. Numbers are big-endian. For one thread. */
public final class RowBuffer {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int MOST_UTF8_BYTES = 3;
    private static final int LONGEST_NUMBER = 20;

    private byte[] bytes;
    private int size;

    public RowBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** The bytes themselves, valid up to {@link #size()} until the next change. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /** Hands the bytes over and goes on with fresh ones of the same capacity. */
    public byte[] take() {
        byte[] taken = bytes;
        bytes = new byte[taken.length];
        size = 0;
        return taken;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    public void putByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    public void putShort(int value) {
        ensure(Short.BYTES);
        SHORT.set(bytes, size, (short) value);
        size += Short.BYTES;
    }

    public void putInt(int value) {
        ensure(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    public void putLong(long value) {
        ensure(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** Overwrites four bytes written before. */
    public void setInt(int position, int value) {
        INT.set(bytes, position, value);
    }

    /** Overwrites two bytes written before. */
    public void setShort(int position, int value) {
        SHORT.set(bytes, position, (short) value);
    }

    public void putBytes(byte[] source) {
        ensure(source.length);
        System.arraycopy(source, 0, bytes, size, source.length);
        size += source.length;
    }

    /** ASCII characters only. */
    public void putAscii(String text) {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += length;
    }

    /** UTF-8; half a surrogate pair becomes a question mark. */
    public void putUtf8(String text) {
        int length = text.length();
        ensure(length * MOST_UTF8_BYTES);
        byte[] target = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                target[at++] = (byte) c;
            } else if (c < 0x800) {
                target[at++] = (byte) (0xC0 | c >> 6);
                target[at++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                target[at++] = (byte) (0xE0 | c >> 12);
                target[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                target[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                target[at++] = (byte) (0xF0 | point >> 18);
                target[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                target[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                target[at++] = (byte) (0x80 | point & 0x3F);
            } else {
                target[at++] = '?';
            }
        }
        size = at;
    }

    /** Bytes given as lower-case or upper-case hex. */
    public void putHexDecoded(String hex) {
        int length = hex.length() / 2;
        ensure(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] =
                    (byte) (Character.digit(hex.charAt(2 * i), 16) << 4 | Character.digit(hex.charAt(2 * i + 1), 16));
        }
        size += length;
    }

    /** Decimal digits with a minus where needed. */
    public void putDecimal(long value) {
        if (value < 0) {
            putByte('-');
            if (value == Long.MIN_VALUE) {
                putAscii("9223372036854775808");
                return;
            }
            value = -value;
        }
        putDigits(value, 1);
    }

    /** Digits of a number that is not negative, with leading zeros up to {@code least} digits. */
    public void putDigits(long value, int least) {
        ensure(LONGEST_NUMBER);
        int digits = Math.max(least, digitsOf(value));
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + value % 10);
            value /= 10;
        }
        size += digits;
    }

    private static int digitsOf(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
