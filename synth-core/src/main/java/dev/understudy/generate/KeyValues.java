package dev.understudy.generate;

import dev.understudy.data.TypeLimits;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.generate.KeyRepair.KeyState;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.Comparison;
import dev.understudy.schema.rule.Condition.InList;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.Rule;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/** Other numbers and labels of a row whose key is taken. A row for which there is none is left as it was. Immutable. */
final class KeyValues {
    private static final int BEYOND = 1_000;

    private final GeneratedTable table;
    private final List<Knob> knobs;
    private final List<Rule> rules;

    /** @param columns of the key */
    KeyValues(GeneratedTable table, List<Reference> references, List<Integer> columns) {
        this.table = table;
        this.knobs = new Knobs(table, references).of(columns);
        this.rules = CheckedRows.known(table);
    }

    /** Numbers that a rule lists, however far apart they are. */
    boolean listed(Block block, int row, KeyState key) {
        for (Knob knob : knobs) {
            if (knob instanceof Knob.Number number && !isMissing(block, row, number.drawn())) {
                Knob.State before = number.save(block, row);
                for (long value : listed(number)) {
                    if (number.set(block, row, value) && key.takeFree()) {
                        return true;
                    }
                    number.restore(block, row, before);
                }
            }
        }
        return false;
    }

    private Set<Long> listed(Knob.Number knob) {
        Set<Long> values = new LinkedHashSet<>();
        rules.forEach(rule -> listed(rule.condition(), knob, values));
        return values;
    }

    private static void listed(Condition condition, Knob.Number knob, Set<Long> values) {
        if (condition instanceof InList in && isColumn(in.value(), knob)) {
            in.items().forEach(item -> add(item, knob, values));
        } else if (condition instanceof Comparison compared && compared.comparator() == Comparator.EQUAL) {
            if (isColumn(compared.left(), knob)) {
                add(compared.right(), knob, values);
            } else if (isColumn(compared.right(), knob)) {
                add(compared.left(), knob, values);
            }
        }
        condition.inside().forEach(part -> listed(part, knob, values));
    }

    private static boolean isColumn(Expression expression, Knob.Number knob) {
        return expression instanceof ColumnReference column && column.column() == knob.column();
    }

    private static void add(Expression item, Knob.Number knob, Set<Long> values) {
        if (item instanceof Literal literal) {
            Long number = knob.units().number(literal.value(null), RoundingMode.FLOOR);
            if (number != null) {
                values.add(number);
            }
        }
    }

    /**
     * Tries neighbouring values: the next points of the lattice, or the other values of an exact column.
     *
     * @param most how many of them
     */
    boolean step(Block block, int row, int column, KeyState key, int most) {
        return step(block, row, column, key, most, false);
    }

    /** The same. @param within true for values that lie where rows were seen */
    boolean step(Block block, int row, int column, KeyState key, int most, boolean within) {
        if (isMissing(block, row, column)) {
            return false;
        }
        NumberCodec codec = (NumberCodec) table.model().cascade().get(column).codec();
        long value = block.values[column][row];
        short code = block.codes[column][row];
        long low = within ? codec.lowest() : codec.limitLow();
        long high = within ? codec.highest() : codec.limitHigh();
        int tries = codec.isExact() ? Math.min(most, codec.codes()) : most;
        for (int i = 1; i < tries; i++) {
            if (i == KeyRepair.NEAR && !matters(block, row, column, key)) {
                break;
            }
            long next = codec.isExact()
                    ? codec.lows()[(code - 1 + i) % (codec.codes() - 1)]
                    : value + (i % 2 == 0 ? -1 : 1) * ((i + 1) / 2) * codec.lattice();
            if (next < low || next > high) {
                continue;
            }
            block.values[column][row] = next;
            if (key.takeFree()) {
                encode(block, row, column, next);
                return true;
            }
        }
        block.values[column][row] = value;
        return false;
    }

    /**
     * True if other numbers of a column make another key. A key over {@code (x IS NOT NULL)} is the same for all, and
     * hundreds of thousands would be tried in vain. Looked at are numbers ever farther away, and the outermost.
     */
    private boolean matters(Block block, int row, int column, KeyState key) {
        NumberCodec codec = (NumberCodec) table.model().cascade().get(column).codec();
        long value = block.values[column][row];
        OptionalLong before = key.standing();
        boolean other = before.isEmpty();
        long by = codec.lattice();
        for (int i = 0; !other && i < Long.SIZE && by > 0; i++, by *= 2) {
            long far = by;
            other = LongStream.of(value - far, value + far, codec.limitLow(), codec.limitHigh())
                    .filter(next -> next >= codec.limitLow() && next <= codec.limitHigh())
                    .anyMatch(next -> {
                        block.values[column][row] = next;
                        return !key.standing().equals(before);
                    });
        }
        block.values[column][row] = value;
        return other;
    }

    /** Numbers above all that were seen, then below: better a new number in a key that is full than a row less. */
    boolean beyond(Block block, int row, KeyState key) {
        for (Knob knob : knobs) {
            if (knob instanceof Knob.Number number && !isMissing(block, row, knob.drawn())) {
                NumberCodec codec = number.codec();
                boolean listed = codec.isExact() && codec.lows().length > 0;
                long highest = listed ? Arrays.stream(codec.lows()).max().orElseThrow() : codec.limitHigh();
                long lowest = listed ? Arrays.stream(codec.lows()).min().orElseThrow() : codec.limitLow();
                if (beyond(block, row, key, number, highest, codec.lattice())
                        || beyond(block, row, key, number, lowest, -codec.lattice())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean beyond(Block block, int row, KeyState key, Knob.Number knob, long last, long step) {
        long value = block.values[knob.drawn()][row];
        for (int i = 1; i <= BEYOND; i++) {
            long next = last + i * step;
            if (next > last != step > 0 || next != knob.limits().clamp(next)) {
                break;
            }
            block.values[knob.drawn()][row] = next;
            if (key.takeFree()) {
                encode(block, row, knob.drawn(), next);
                return true;
            }
        }
        block.values[knob.drawn()][row] = value;
        return false;
    }

    /** Ordinary numbers of its type for a column without one, of which nothing may have been learned. */
    boolean ordinary(Block block, int row, KeyState key) {
        for (Knob knob : knobs) {
            if (knob instanceof Knob.Number number && isMissing(block, row, number.drawn())) {
                Knob.State before = number.save(block, row);
                TypeLimits limits = number.limits();
                for (int i = 0;
                        i < BEYOND && i <= (limits.ordinaryHigh() - limits.ordinaryLow()) / limits.step();
                        i++) {
                    if (number.set(block, row, limits.ordinaryLow() + i * limits.step()) && key.takeFree()) {
                        return true;
                    }
                }
                number.restore(block, row, before);
            }
        }
        return false;
    }

    private static boolean isMissing(Block block, int row, int column) {
        return block.isNull(column, row) && !block.isGiven(column, row);
    }

    private void encode(Block block, int row, int column, long number) {
        NumberCodec codec = (NumberCodec) table.model().cascade().get(column).codec();
        block.codes[column][row] = (short) codec.encode(number);
        block.give(column, row, block.isNull(column, row));
    }

    /** @param rare true if a text without a label will do */
    boolean relabel(Block block, int row, int column, KeyState key, boolean rare) {
        LabelCodec codec = (LabelCodec) table.model().cascade().get(column).codec();
        short before = block.codes[column][row];
        int n = codec.labels().size();
        for (int i = 1; i <= n; i++) {
            block.codes[column][row] = (short) ((before + i) % (n + 1) == 0 ? n : (before + i) % (n + 1));
            if (key.takeFree()) {
                return true;
            }
        }
        String given = block.givenText(column, row);
        block.codes[column][row] = (short) codec.rare();
        block.giveText(column, row, null);
        if (rare && key.takeFree()) {
            return true;
        }
        block.codes[column][row] = before;
        block.giveText(column, row, given);
        return false;
    }
}
