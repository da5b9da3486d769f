package dev.understudy.model;

import java.time.LocalDate;

/**
 * A part of a date that its cell is too wide to tell, such as the month: a column of the cascade of its own, drawn before
 * the date, which is then chosen within its cell to agree.
 *
 * @param column place in the cascade; its numbers are those of {@link Kind#of}
 * @param kind   which part
 * @param micros true if the date is told in microseconds since 1970, false for days
 */
public record Residue(int column, Kind kind, boolean micros) {
    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final long DAY_MICROS = 24 * HOUR_MICROS;
    /** Beyond these days no calendar is asked. */
    private static final long MOST_DAYS = 100_000_000L;

    /** Parts of a date. */
    public enum Kind {
        MONTH(12),
        DAY(31),
        WEEKDAY(7),
        HOUR(24);

        private final int count;

        Kind(int count) {
            this.count = count;
        }

        /** Numbers are 1 to this. */
        public int count() {
            return count;
        }

        /** The part of a date: January, the first, Monday and the hour after midnight are 1. */
        public int of(long value, boolean micros) {
            long day = day(value, micros);
            LocalDate date = LocalDate.ofEpochDay(Math.max(-MOST_DAYS, Math.min(MOST_DAYS, day)));
            return switch (this) {
                case MONTH -> date.getMonthValue();
                case DAY -> date.getDayOfMonth();
                case WEEKDAY -> date.getDayOfWeek().getValue();
                case HOUR -> micros ? 1 + (int) (Math.floorMod(value, DAY_MICROS) / HOUR_MICROS) : 1;
            };
        }

        /** Name of the column of the cascade that holds this part of a column's dates. */
        public String columnName(String column) {
            return "<" + name().toLowerCase(java.util.Locale.ROOT) + " of " + column + ">";
        }
    }

    private static long day(long value, boolean micros) {
        return micros ? Math.floorDiv(value, DAY_MICROS) : value;
    }

    /** True for names that {@link Kind#columnName} gives. */
    public static boolean isName(String column) {
        for (Kind kind : Kind.values()) {
            if (column.startsWith(
                    kind.columnName("").substring(0, kind.columnName("").length() - 1))) {
                return true;
            }
        }
        return false;
    }
}
