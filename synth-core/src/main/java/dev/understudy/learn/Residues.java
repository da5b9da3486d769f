package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Residue;
import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Which parts of a date are worth a column of their own: those that are not spread evenly, or that another column says. */
final class Residues {
    private static final int FEWEST_ROWS = 200;
    /** Columns of fewer codes tell their dates well enough. */
    private static final int FEWEST_CODES = 60;
    /** … but for their months, if a code stands for this many days or more and another number goes with the month. */
    private static final double WIDE = 60;

    private static final double GOES_WITH = 0.3;

    private static final int FEWEST_WIDE_CODES = 8;

    private static final int MOST_ROWS = 50_000;
    /** Total variation from evenness, beside chance, from which a part is told. */
    private static final double LEAST_UNEVEN = 0.04;
    /** Days of a month are told only where some stand out. */
    private static final double LEAST_UNEVEN_DAYS = 0.12;
    /** Share of the rows in which another column must say the part. */
    private static final double SAID = 0.9;

    private static final double NEARLY_ONE = 0.99;

    private static final long DAY_MICROS = 86_400_000_000L;

    private final NumberSample dates;
    private final boolean micros;
    private final Collection<ColumnSample> others;

    private Residues(NumberSample dates, boolean micros, Collection<ColumnSample> others) {
        this.dates = dates;
        this.micros = micros;
        this.others = others;
    }

    /** @param others the other columns of the table */
    static List<Residue.Kind> of(
            Column column, NumberSample dates, NumberCodec codec, Collection<ColumnSample> others) {
        TypeFamily family = column.type().family();
        boolean micros = family == TypeFamily.TIMESTAMP || family == TypeFamily.TIMESTAMP_ZONED;
        long day = micros ? DAY_MICROS : 1;
        boolean few = codec.codes() < FEWEST_CODES;
        if (!micros && family != TypeFamily.DATE || few && !isWide(codec, day) || codec.lattice() > day) {
            return List.of();
        }
        List<Residue.Kind> kinds = new ArrayList<>();
        for (Residue.Kind kind : Residue.Kind.values()) {
            boolean possible = kind != Residue.Kind.HOUR || micros && codec.lattice() < DAY_MICROS;
            Residues residues = new Residues(dates, micros, others);
            boolean worth = !few || kind == Residue.Kind.MONTH && residues.goesWithAnother(kind);
            if (possible && worth && residues.isTold(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static boolean isWide(NumberCodec codec, long day) {
        int cells = codec.lows().length;
        double days = cells == 0 ? 0 : ((double) codec.highs()[cells - 1] - codec.lows()[0]) / day;
        return codec.codes() >= FEWEST_WIDE_CODES && days >= WIDE * cells;
    }

    static boolean isMicros(Column column) {
        return column.type().family() != TypeFamily.DATE;
    }

    private boolean isTold(Residue.Kind kind) {
        // Days stand out in some months only: on the last of December, where a season ends.
        boolean days = kind == Residue.Kind.DAY;
        double[][] counts = new double[days ? Residue.Kind.MONTH.count() + 1 : 1][kind.count() + 1];
        int n = 0;
        long[] values = dates.values();
        int step = Math.max(1, values.length / MOST_ROWS);
        for (int row = 0; row < values.length; row += step) {
            if (!dates.missing().get(row)) {
                int month = days ? Residue.Kind.MONTH.of(values[row], micros) : 0;
                counts[month][kind.of(values[row], micros)]++;
                n++;
            }
        }
        if (n < FEWEST_ROWS) {
            return false;
        }
        if (isNearlyOne(kind, counts, n)) {
            return false;
        }
        double uneven = 0;
        int cells = 0;
        for (double[] ofMonth : counts) {
            double all = Arrays.stream(ofMonth).sum();
            cells += all > 0 ? kind.count() : 0;
            for (int part = 1; part < ofMonth.length; part++) {
                uneven += Math.abs(ofMonth[part] - all / kind.count()) / n / 2;
            }
        }
        double chance = Math.sqrt((double) cells / n);
        boolean stands = uneven > chance + (days ? LEAST_UNEVEN_DAYS : LEAST_UNEVEN);
        return stands || others.stream().anyMatch(other -> other != dates && says(other, kind));
    }

    /** True if nearly all dates have one part: rows that came in one night. The codes of the dates say as much, and let others be. */
    private static boolean isNearlyOne(Residue.Kind kind, double[][] counts, int n) {
        double most = IntStream.rangeClosed(1, kind.count())
                .mapToDouble(part -> Arrays.stream(counts)
                        .mapToDouble(ofMonth -> ofMonth[part])
                        .sum())
                .max()
                .orElse(0);
        return most >= NEARLY_ONE * n;
    }

    /** True if a number of the row rises or falls with the part: the round of a season with the month. */
    private boolean goesWithAnother(Residue.Kind kind) {
        SimpleRegression[] with = others.stream()
                .filter(other -> other != dates && other instanceof NumberSample)
                .map(other -> regression((NumberSample) other, kind))
                .toArray(SimpleRegression[]::new);
        return Arrays.stream(with).anyMatch(one -> one.getN() >= FEWEST_ROWS && Math.abs(one.getR()) >= GOES_WITH);
    }

    private SimpleRegression regression(NumberSample numbers, Residue.Kind kind) {
        SimpleRegression regression = new SimpleRegression();
        int step = Math.max(1, dates.values().length / MOST_ROWS);
        for (int row = 0; row < dates.values().length; row += step) {
            if (!dates.missing().get(row) && !numbers.missing().get(row)) {
                regression.addData(kind.of(dates.values()[row], micros), numbers.values()[row]);
            }
        }
        return regression;
    }

    private boolean says(ColumnSample other, Residue.Kind kind) {
        if (!(other instanceof NumberSample numbers) || numbers.decimals() != 0) {
            return false;
        }
        int both = 0;
        int same = 0;
        int step = Math.max(1, dates.values().length / MOST_ROWS);
        for (int row = 0; row < dates.values().length; row += step) {
            if (!dates.missing().get(row) && !numbers.missing().get(row)) {
                both++;
                same += numbers.values()[row] == kind.of(dates.values()[row], micros) ? 1 : 0;
            }
        }
        return both >= FEWEST_ROWS && same >= SAID * both;
    }

    /** The column of the cascade that holds a part of the dates. */
    static EncodedColumn column(Column of, NumberSample dates, Residue.Kind kind, long[] family, int k) {
        long[] parts = new long[dates.values().length];
        for (int row = 0; row < parts.length; row++) {
            parts[row] = dates.missing().get(row) ? 0 : kind.of(dates.values()[row], isMicros(of));
        }
        return EncodedColumn.numbers(
                kind.columnName(of.name()),
                NumberEncoding.fit(parts, dates.missing(), family, k, false, 0),
                parts,
                dates.missing(),
                "");
    }
}
