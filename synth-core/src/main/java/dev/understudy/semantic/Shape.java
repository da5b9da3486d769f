package dev.understudy.semantic;

import java.util.ArrayList;
import java.util.List;

/**
 * A value cut into runs of digits, upper-case letters, lower-case letters, mixtures of them, and single other characters.
 *
 * <p>Runs of letters and digits that change their class more than twice, as tokens do, are one mixture; {@code AB1234} is
 * two runs.
 */
final class Shape {
    /** Longer values are prose or documents. */
    static final int LONGEST = 80;

    private static final int MOST_CHANGES = 2;

    /** A run of {@code value}; {@code literal} if it is one character that stands for itself. */
    record Run(Glyphs glyphs, int start, int end, boolean literal) {}

    private Shape() {}

    static List<Run> runs(String value) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            if (classOf(value.charAt(at)) == null) {
                runs.add(new Run(Glyphs.ALL, at, at + 1, true));
                at++;
                continue;
            }
            int end = at;
            while (end < value.length() && classOf(value.charAt(end)) != null) {
                end++;
            }
            addWord(value, at, end, runs);
            at = end;
        }
        return runs;
    }

    /** Equal for values of one shape: two characters a run. */
    static String key(String value, List<Run> runs) {
        StringBuilder key = new StringBuilder(2 * runs.size());
        for (Run run : runs) {
            if (run.literal()) {
                key.append('\'').append(value.charAt(run.start()));
            } else {
                key.append((char) ('A' + run.glyphs().ordinal())).append((char) (run.end() - run.start()));
            }
        }
        return key.toString();
    }

    private static void addWord(String value, int start, int end, List<Run> runs) {
        List<Run> parts = new ArrayList<>();
        int from = start;
        for (int i = start + 1; i <= end; i++) {
            if (i == end || classOf(value.charAt(i)) != classOf(value.charAt(from))) {
                parts.add(new Run(classOf(value.charAt(from)), from, i, false));
                from = i;
            }
        }
        if (parts.size() <= MOST_CHANGES + 1) {
            runs.addAll(parts);
        } else {
            runs.add(new Run(mixture(parts), start, end, false));
        }
    }

    private static Glyphs mixture(List<Run> parts) {
        boolean digits = parts.stream().anyMatch(run -> run.glyphs() == Glyphs.DIGITS);
        boolean upper = parts.stream().anyMatch(run -> run.glyphs() == Glyphs.UPPER);
        boolean lower = parts.stream().anyMatch(run -> run.glyphs() == Glyphs.LOWER);
        if (upper && lower) {
            return digits ? Glyphs.ALL : Glyphs.LETTERS;
        }
        return upper ? Glyphs.UPPER_DIGITS : Glyphs.LOWER_DIGITS;
    }

    /** Null for characters that stand for themselves. */
    private static Glyphs classOf(char c) {
        if (c >= '0' && c <= '9') {
            return Glyphs.DIGITS;
        }
        if (Character.isUpperCase(c)) {
            return Glyphs.UPPER;
        }
        return Character.isLetter(c) ? Glyphs.LOWER : null;
    }
}
