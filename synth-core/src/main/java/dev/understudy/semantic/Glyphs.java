package dev.understudy.semantic;

/** A class of characters. */
public enum Glyphs {
    DIGITS("0123456789"),
    UPPER("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    LOWER("abcdefghijklmnopqrstuvwxyz"),
    LETTERS("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
    HEX_LOWER("0123456789abcdef"),
    HEX_UPPER("0123456789ABCDEF"),
    UPPER_DIGITS("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    LOWER_DIGITS("0123456789abcdefghijklmnopqrstuvwxyz"),
    ALL("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private final String characters;

    Glyphs(String characters) {
        this.characters = characters;
    }

    int size() {
        return characters.length();
    }

    char at(int index) {
        return characters.charAt(index);
    }

    boolean has(char c) {
        return characters.indexOf(c) >= 0;
    }

    /** How many texts of {@code length} exist, at most 2^48: more than rows that any table has. */
    long space(int length) {
        long space = 1;
        for (int i = 0; i < length && space < Permutation.LARGEST; i++) {
            space *= size();
        }
        return Math.min(space, Permutation.LARGEST);
    }

    /** Writes {@code number} with these characters as digits, the lowest last, into {@code length} places of {@code out}. */
    void write(long number, int length, StringBuilder out) {
        int start = out.length();
        out.setLength(start + length);
        long rest = number;
        for (int i = start + length - 1; i >= start; i--) {
            out.setCharAt(i, at((int) (rest % size())));
            rest /= size();
        }
    }

    /** The narrowest class that has every character of a run of ASCII letters and digits. */
    static Glyphs narrowest(CharSequence run) {
        for (Glyphs glyphs : values()) {
            if (run.chars().allMatch(c -> glyphs.has((char) c))) {
                return glyphs;
            }
        }
        return ALL;
    }
}
