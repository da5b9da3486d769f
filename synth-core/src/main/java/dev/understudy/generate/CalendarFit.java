package dev.understudy.generate;

import dev.understudy.model.Residue;
import java.time.LocalDate;
import java.util.List;

/** Moves a date within its cell so that its month, day, weekday and hour are those drawn before it. */
final class CalendarFit {
    /** No date agrees. */
    static final long NONE = Long.MIN_VALUE;

    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final long DAY_MICROS = 24 * HOUR_MICROS;
    private static final long MOST_DAYS = 100_000_000L;
    /** Days beside the cell that a date may lie; beside a wider cell as many as it is wide. */
    private static final long FAR = 45;

    private static final int KINDS = Residue.Kind.values().length;
    /** Years before and after that are tried. */
    private static final int[] YEARS = {0, 1, -1, 2, -2};

    private CalendarFit() {}

    /**
     * @param value any date of the cell
     * @param low   first of the cell; @param high last of it
     * @param far   how far beside the cell a date may lie at any rate
     * @return a date that agrees, of the cell or at most some weeks beside it; else {@link #NONE}
     */
    static long fit(long value, long low, long high, long far, List<Residue> residues, Block block, int row) {
        int[] parts = new int[KINDS];
        boolean any = false;
        for (Residue residue : residues) {
            if (!block.isNull(residue.column(), row)) {
                parts[residue.kind().ordinal()] = (int) block.values[residue.column()][row];
                any = true;
            }
        }
        boolean micros = residues.get(0).micros();
        long day = micros ? Math.floorDiv(value, DAY_MICROS) : value;
        if (!any || Math.abs(day) > MOST_DAYS) {
            return value;
        }
        long time = micros ? Math.floorMod(value, DAY_MICROS) : 0;
        int hour = parts[Residue.Kind.HOUR.ordinal()];
        long clock = hour > 0 ? (hour - 1) * HOUR_MICROS + time % HOUR_MICROS : time;
        LocalDate date = LocalDate.ofEpochDay(day);
        long same = micros ? day * DAY_MICROS + clock : day;
        if (same >= low && same <= high && agrees(date, parts)) {
            return same;
        }
        boolean dated = parts[Residue.Kind.MONTH.ordinal()] > 0 || parts[Residue.Kind.DAY.ordinal()] > 0;
        long unit = micros ? DAY_MICROS : 1;
        long nearest = NONE;
        long least = Math.max(Math.max(FAR * unit, far), high - low) + 1;
        for (int years : YEARS) {
            if (least > 0 && (years == 0 || dated)) {
                long fitted =
                        told(dated ? inMonth(date, years, parts) : date, parts).toEpochDay();
                long found = micros ? fitted * DAY_MICROS + clock : fitted;
                long distance = Math.max(0, Math.max(low - found, found - high));
                if (distance < least) {
                    least = distance;
                    nearest = found;
                }
            }
        }
        return nearest;
    }

    private static boolean agrees(LocalDate date, int[] parts) {
        int month = parts[Residue.Kind.MONTH.ordinal()];
        int day = parts[Residue.Kind.DAY.ordinal()];
        int weekday = parts[Residue.Kind.WEEKDAY.ordinal()];
        return (month <= 0 || month == date.getMonthValue())
                && (day <= 0 || day == date.getDayOfMonth())
                && (weekday == 0 || weekday == date.getDayOfWeek().getValue());
    }

    /** A date of which at least the hour is the one drawn before. */
    static long atHour(long value, List<Residue> residues, Block block, int row) {
        for (Residue residue : residues) {
            if (residue.kind() == Residue.Kind.HOUR && !block.isNull(residue.column(), row)) {
                long day = Math.floorDiv(value, DAY_MICROS);
                return day * DAY_MICROS
                        + (block.values[residue.column()][row] - 1) * HOUR_MICROS
                        + Math.floorMod(value, HOUR_MICROS);
            }
        }
        return value;
    }

    private static LocalDate inMonth(LocalDate date, int years, int[] parts) {
        int month = parts[Residue.Kind.MONTH.ordinal()];
        int day = parts[Residue.Kind.DAY.ordinal()];
        LocalDate first = LocalDate.of(date.getYear() + years, month > 0 ? month : date.getMonthValue(), 1);
        return first.withDayOfMonth(Math.min(first.lengthOfMonth(), day > 0 ? day : date.getDayOfMonth()));
    }

    /** The nearest day that is the weekday, in the same month. */
    private static LocalDate told(LocalDate date, int[] parts) {
        int weekday = parts[Residue.Kind.WEEKDAY.ordinal()];
        if (weekday == 0) {
            return date;
        }
        int shift = Math.floorMod(weekday - date.getDayOfWeek().getValue(), 7);
        LocalDate later = date.plusDays(shift > 3 ? shift - 7 : shift);
        if (later.getMonthValue() == date.getMonthValue()) {
            return later;
        }
        return later.plusDays(later.isBefore(date) ? 7 : -7);
    }
}
