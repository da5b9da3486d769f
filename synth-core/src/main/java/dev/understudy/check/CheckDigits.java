package dev.understudy.check;

/** The arithmetic that many kinds of check digits share. Arguments are digits as text. */
final class CheckDigits {
    /** Stands where a body has no check digit, because the remainder is 10. */
    static final char NONE = '?';

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private CheckDigits() {}

    /** Σ digit × weight, the weights from the left. */
    static int weighted(CharSequence digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    /** Remainder of a number of any length. */
    static int remainder(CharSequence digits, int modulus) {
        long rest = 0;
        for (int i = 0; i < digits.length(); i++) {
            rest = (rest * 10 + digits.charAt(i) - '0') % modulus;
        }
        return (int) rest;
    }

    /** The first {@code length} characters of {@code text} and a check digit; {@link #NONE} for 10. */
    static String with(String text, int length, int digit) {
        return text.substring(0, length) + (digit == 10 ? NONE : (char) ('0' + digit));
    }

    /** The lowest digits of a number, with zeros in front. */
    static String digits(long number, int length) {
        String text = Long.toString(number);
        int more = length - text.length();
        return more >= 0 ? "0".repeat(more) + text : text.substring(-more);
    }

    /** A number to base 26, its lowest places, A for 0. */
    static String letters(long number, int length) {
        char[] text = new char[length];
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            text[i] = LETTERS.charAt((int) (rest % 26));
            rest /= 26;
        }
        return new String(text);
    }
}
