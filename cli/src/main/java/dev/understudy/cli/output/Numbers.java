package dev.understudy.cli.output;

import java.util.Locale;

/** Numbers for people. */
final class Numbers {
    private Numbers() {}

    /** {@code 1,234,567}; a dash for a number below 0, which stands for unknown. */
    static String count(long number) {
        return number < 0 ? "–" : String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 table}, {@code 2 tables}. */
    static String of(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 4,000,000 rows, learning from 1,200,000 of them}. */
    static String read(long rows, long kept) {
        return of(rows, "row") + (kept < rows ? ", learning from %s of them".formatted(count(kept)) : "");
    }

    /** {@code 0.8 s}, {@code 12 s}, {@code 3:05 min}. */
    static String seconds(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 100 ? whole + " s" : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }

    /** {@code 640 kB}, {@code 12 MB}, {@code 3.4 GB}. */
    static String bytes(long bytes) {
        if (bytes < 1_000_000) {
            return "%d kB".formatted((bytes + 999) / 1_000);
        }
        return bytes < 1_000_000_000
                ? "%d MB".formatted(Math.round(bytes / 1e6))
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /** {@code 950/s}, {@code 84k/s}, {@code 1.2M/s}. */
    static String rate(long perSecond) {
        if (perSecond < 1_000) {
            return perSecond + "/s";
        }
        return perSecond < 1_000_000
                ? String.format(Locale.ROOT, "%dk/s", perSecond / 1_000)
                : String.format(Locale.ROOT, "%.1fM/s", perSecond / 1e6);
    }
}
