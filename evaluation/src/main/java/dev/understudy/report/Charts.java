package dev.understudy.report;

import dev.understudy.compare.ColumnKind;
import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.DoubleToIntFunction;

/** Bars of columns and fan-outs. What fewer than k real families stand behind is not shown; ends lie on round numbers. */
final class Charts {
    private static final int BARS = 20;
    private static final int MOST_LABELS = 30;
    private static final double DAY = 86_400_000_000.0;

    private final int k;

    Charts(int k) {
        this.k = k;
    }

    Chart of(ComparedTable table, ComparedColumn column) {
        return column.isCategory() ? labels(table, column) : numbers(table, column);
    }

    private Chart labels(ComparedTable table, ComparedColumn column) {
        double[] counts = new double[column.categories()];
        for (double value : column.real()) {
            if (!Double.isNaN(value)) {
                counts[(int) value]++;
            }
        }
        int other = column.categories() - 1;
        int[] order = Arrays.stream(range(other))
                .boxed()
                .sorted((a, b) -> Double.compare(counts[b], counts[a]))
                .limit(MOST_LABELS)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] bar = new int[column.categories()];
        Arrays.fill(bar, order.length);
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            bar[order[i]] = i;
            labels.add(order[i] < column.labels().size() ? column.labels().get(order[i]) : "…");
        }
        labels.add("other");
        return chart(table, column, labels, value -> bar[(int) value]);
    }

    private Chart numbers(ComparedTable table, ComparedColumn column) {
        double[] sorted = Arrays.stream(column.real())
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        // Extremes belong to few: bars cover the middle, the outermost take all beyond.
        int edge = Math.min(sorted.length / 2, Math.max(k, sorted.length / 100));
        double low = sorted[Math.min(sorted.length - 1, edge)];
        double high = sorted[Math.max(0, sorted.length - 1 - edge)];
        double exact = (high - low) / BARS;
        boolean whole = Arrays.stream(sorted).allMatch(value -> value == Math.rint(value));
        double step = step(whole && column.kind() == ColumnKind.NUMBER ? Math.max(1, exact) : exact, column.kind());
        double first = Math.floor(low / step) * step;
        int bars = (int) Math.min(2 * BARS, Math.max(1, Math.ceil((high - first) / step + 1e-9)));
        DoubleFunction<String> name =
                column.kind() == ColumnKind.TIME ? value -> time(value, step) : value -> number(value);
        List<String> labels = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            labels.add(name.apply(first + bar * step));
        }
        return chart(table, column, labels, value ->
                (int) Math.max(0, Math.min(bars - 1, Math.floor((value - first) / step))));
    }

    private static double step(double exact, ColumnKind kind) {
        if (kind == ColumnKind.TIME) {
            for (double unit : new double[] {DAY / 24, DAY / 4, DAY, 7 * DAY, 30 * DAY, 91 * DAY, 365 * DAY}) {
                if (exact <= unit) {
                    return unit;
                }
            }
            return Math.ceil(exact / (365 * DAY)) * 365 * DAY;
        }
        if (!(exact > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(exact)));
        double digit = exact / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private static String number(double value) {
        double rounded = Math.abs(value) < 1e-9 ? 0 : value;
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15
                ? String.format(Locale.ROOT, "%.0f", rounded)
                : String.format(Locale.ROOT, "%.4g", rounded);
    }

    private static String time(double micros, double step) {
        String text = Instant.ofEpochSecond(Math.floorDiv((long) micros, 1_000_000L))
                .atZone(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString();
        return step >= DAY ? text.substring(0, Math.max(0, text.indexOf('T'))) : text.replace('T', ' ');
    }

    private Chart chart(ComparedTable table, ComparedColumn column, List<String> labels, DoubleToIntFunction bar) {
        List<Set<Long>> families = new ArrayList<>();
        double[][] counts = new double[2][labels.size()];
        labels.forEach(label -> families.add(new HashSet<>()));
        for (Side side : Side.values()) {
            double[] values = column.values(side);
            for (int row = 0; row < values.length; row++) {
                if (!Double.isNaN(values[row])) {
                    int at = bar.applyAsInt(values[row]);
                    counts[side.ordinal()][at]++;
                    if (side == Side.REAL && families.get(at).size() < k) {
                        families.get(at).add(table.realFamilies()[row]);
                    }
                }
            }
        }
        return shares(labels, counts, bar2 -> families.get((int) bar2).size());
    }

    /** Children per parent; the last bar takes all beyond. */
    Chart fanOut(ComparedLink link) {
        int[][] fans = {link.fanOut(Side.REAL), link.fanOut(Side.SYNTHETIC)};
        int[] sorted = fans[0].clone();
        Arrays.sort(sorted);
        int edge = Math.min(sorted.length / 2, Math.max(k, sorted.length / 100));
        int most = sorted.length == 0 ? 1 : Math.max(1, sorted[Math.max(0, sorted.length - 1 - edge)]);
        int step = Math.max(1, (int) Math.ceil((most + 1) / 25.0));
        int bars = most / step + 1;
        double[][] counts = new double[2][bars];
        for (int side = 0; side < 2; side++) {
            for (int fan : fans[side]) {
                counts[side][Math.min(bars - 1, fan / step)]++;
            }
        }
        List<String> labels = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            labels.add(
                    bar == bars - 1
                            ? bar * step + "+"
                            : step == 1 ? "" + bar : bar * step + "–" + ((bar + 1) * step - 1));
        }
        return shares(labels, counts, bar -> (int) counts[0][(int) bar]);
    }

    /** @param families by bar, how many real families stand behind it, as far as k */
    private Chart shares(List<String> labels, double[][] counts, DoubleToIntFunction families) {
        double real = Math.max(1, Arrays.stream(counts[0]).sum());
        double synthetic = Math.max(1, Arrays.stream(counts[1]).sum());
        List<Double> shown = new ArrayList<>();
        List<Double> made = new ArrayList<>();
        for (int bar = 0; bar < labels.size(); bar++) {
            int behind = families.applyAsInt(bar);
            shown.add(behind > 0 && behind < k ? null : Double.valueOf(rounded(counts[0][bar] / real)));
            made.add(rounded(counts[1][bar] / synthetic));
        }
        return new Chart(labels, Collections.unmodifiableList(shown), made);
    }

    static double rounded(double value) {
        return Double.isNaN(value) ? value : Math.round(value * 1e4) / 1e4;
    }

    private static int[] range(int n) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        return all;
    }
}
