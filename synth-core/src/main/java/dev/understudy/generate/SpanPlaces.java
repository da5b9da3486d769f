package dev.understudy.generate;

import dev.understudy.generate.KeyRepair.KeyState;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Span;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Other places for the span of a row that overlaps another's: as long as it is where there is room, else shorter. A row for
 * which there is none is left as it was. Immutable.
 */
final class SpanPlaces {
    private static final int MOST_GAPS = 64;

    private final Span span;
    private final int number;
    private final GuardedKey key;
    private final List<Knob.Number> lows;
    private final List<Knob.Number> highs;

    private SpanPlaces(GeneratedTable table, GuardedKey.OfExpressions key, int number, List<Reference> links) {
        this.key = key;
        this.number = number;
        this.span = key.key().spans().get(number);
        Knobs knobs = new Knobs(table, links);
        this.lows = numbers(knobs, span.low());
        this.highs = numbers(knobs, span.high());
    }

    /** Of each span of a key; none if it has none. */
    static List<SpanPlaces> of(GeneratedTable table, GuardedKey key, List<Reference> links) {
        return IntStream.range(0, key.spans())
                .mapToObj(span -> new SpanPlaces(table, (GuardedKey.OfExpressions) key, span, links))
                .toList();
    }

    private long from(Block block, int row) {
        return key.ends(block, row, false)[2 * number];
    }

    private long until(Block block, int row) {
        return key.ends(block, row, false)[2 * number + 1];
    }

    private static List<Knob.Number> numbers(Knobs knobs, Expression end) {
        Set<Integer> columns = new LinkedHashSet<>();
        end.visit(inner -> {
            if (inner instanceof ColumnReference column) {
                columns.add(column.column());
            }
        });
        return knobs.of(new ArrayList<>(columns)).stream()
                .filter(Knob.Number.class::isInstance)
                .map(Knob.Number.class::cast)
                .toList();
    }

    /**
     * Moves the span, as long as it is, to the nearest place that is free.
     *
     * @param within true if no value may leave the range of those that were seen
     */
    boolean move(Block block, int row, KeyState state, boolean within) {
        List<Knob.Number> ends = ends();
        List<Knob.State> before = save(ends, block, row);
        long step = step(ends, block, row);
        for (Taken.Gap gap : state.gaps(number, MOST_GAPS)) {
            long by = aligned(distance(gap, from(block, row), until(block, row)), step);
            if (by != 0 && shift(ends, block, row, by, within) && state.takeFree()) {
                return true;
            }
            restore(ends, block, row, before);
        }
        return false;
    }

    /** Makes the span end sooner, or end at all, so that it has half of a place at most, which leaves room for others. */
    boolean shorten(Block block, int row, KeyState state) {
        List<Knob.Number> ends = ends();
        if (lows.isEmpty() || highs.isEmpty() || ends.size() < lows.size() + highs.size()) {
            return false;
        }
        List<Knob.State> before = save(ends, block, row);
        for (Taken.Gap gap : state.gaps(number, MOST_GAPS)) {
            if (squeeze(block, row, gap) && state.takeFree()) {
                return true;
            }
            restore(ends, block, row, before);
        }
        return false;
    }

    private boolean squeeze(Block block, int row, Taken.Gap gap) {
        long from = from(block, row);
        long until = until(block, row);
        long step = step(ends(), block, row);
        long first =
                Math.max(gap.from(), number(lows.get(0), lows.get(0).codec().limitLow()));
        long last =
                Math.min(gap.until(), number(highs.get(0), highs.get(0).codec().limitHigh()));
        if (from == Long.MIN_VALUE || first >= last) {
            return false;
        }
        long start = from + aligned(first - from, step);
        long half = (last - start) / 2;
        long length = until == Long.MAX_VALUE ? half : Math.min(until - from, half);
        long size = Math.max(step, length - length % step);
        return start + size <= last
                && shift(lows, block, row, start - from, true)
                && end(block, row, start + size, until);
    }

    /** Lets the span end elsewhere. @param now where it ends now */
    private boolean end(Block block, int row, long until, long now) {
        if (now != Long.MAX_VALUE) {
            return shift(highs, block, row, until - now, true);
        }
        Object last = span.value(Span.plus(until, span.highInside() ? -span.step() : 0));
        for (Knob.Number knob : highs) {
            Long number = knob.units().number(last, RoundingMode.FLOOR);
            if (number == null || !isWithin(knob, number) || !knob.set(block, row, number)) {
                return false;
            }
        }
        return true;
    }

    /** What both ends are made of, each once. */
    private List<Knob.Number> ends() {
        List<Knob.Number> ends = new ArrayList<>(lows);
        highs.stream()
                .filter(high -> lows.stream().noneMatch(low -> low.column() == high.column()))
                .forEach(ends::add);
        return ends;
    }

    /** How far a span must be moved to lie in a gap; 0 if it does not fit. */
    private static long distance(Taken.Gap gap, long from, long until) {
        boolean begins = from != Long.MIN_VALUE;
        boolean ends = until != Long.MAX_VALUE;
        if (!begins || !ends) {
            boolean fits = begins && gap.until() == Long.MAX_VALUE || ends && gap.from() == Long.MIN_VALUE;
            long by = begins ? Math.max(0, gap.from() - from) : Math.min(0, gap.until() - until);
            return fits && !(gap.from() == Long.MIN_VALUE && gap.until() == Long.MAX_VALUE) ? by : 0;
        }
        boolean left = gap.from() == Long.MIN_VALUE;
        boolean right = gap.until() == Long.MAX_VALUE;
        if (!left && !right && gap.until() - gap.from() < until - from) {
            return 0;
        }
        if (!left && from < gap.from()) {
            return gap.from() - from;
        }
        return !right && until > gap.until() ? gap.until() - until : 0;
    }

    /** The next multiple of a step that is as far or farther. */
    private static long aligned(long by, long step) {
        long rest = by % step;
        return rest == 0 ? by : by - rest + (by > 0 ? step : -step);
    }

    /** What the coarsest of the columns tells apart, in units of the span. */
    private long step(List<Knob.Number> ends, Block block, int row) {
        long step = 1;
        for (Knob.Number knob : ends) {
            if (!isMissing(knob, block, row)) {
                long value = block.values[knob.drawn()][row];
                long unit = Math.max(knob.codec().lattice(), knob.limits().unit());
                step = Math.max(step, number(knob, value + unit) - number(knob, value));
            }
        }
        return step;
    }

    private long number(Knob.Number knob, long value) {
        return span.number(knob.units().value(value), RoundingMode.FLOOR);
    }

    /** Moves what has a value; restoring it after a failure is the caller's. */
    private boolean shift(List<Knob.Number> knobs, Block block, int row, long by, boolean within) {
        for (Knob.Number knob : knobs) {
            if (isMissing(knob, block, row)) {
                continue;
            }
            long moved = Span.plus(number(knob, block.values[knob.drawn()][row]), by);
            boolean endless = moved == Long.MAX_VALUE || moved == Long.MIN_VALUE;
            Long number = endless ? null : knob.units().number(span.value(moved), RoundingMode.FLOOR);
            if (number == null || within && !isWithin(knob, number) || !knob.set(block, row, number)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(Knob.Number knob, long number) {
        return number >= knob.codec().limitLow() && number <= knob.codec().limitHigh();
    }

    private static boolean isMissing(Knob.Number knob, Block block, int row) {
        return block.isNull(knob.drawn(), row) && !block.isGiven(knob.drawn(), row);
    }

    private static List<Knob.State> save(List<Knob.Number> knobs, Block block, int row) {
        return knobs.stream().map(knob -> knob.save(block, row)).toList();
    }

    private static void restore(List<Knob.Number> knobs, Block block, int row, List<Knob.State> states) {
        for (int i = 0; i < knobs.size(); i++) {
            knobs.get(i).restore(block, row, states.get(i));
        }
    }
}
