package dev.understudy.learn;

import dev.understudy.data.Storage;
import dev.understudy.data.TypeLimits;
import dev.understudy.data.Units;
import dev.understudy.encode.NumberCodec;
import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.rule.Call;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.And;
import dev.understudy.schema.rule.Condition.Comparison;
import dev.understudy.schema.rule.Condition.InList;
import dev.understudy.schema.rule.Condition.IsNull;
import dev.understudy.schema.rule.Condition.Or;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.RowView;
import dev.understudy.schema.rule.Rule;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which numbers a column without any value may hold: what its type can, as far as conditions on it alone allow. */
public final class NumberRange {
    /** Digits after the point of made-up floating-point numbers. */
    private static final int REAL_DECIMALS = 2;
    /** Steps of an ordinary range beside a bound that lies outside of what is ordinary. */
    private static final long ORDINARY_STEPS = 1_000;

    /** A literal looks at no row. */
    private static final RowView NO_ROW = new RowView() {
        @Override
        public boolean isNull(int column) {
            return true;
        }

        @Override
        public Object value(int column) {
            return null;
        }
    };

    private final int column;
    private final Column schema;
    private final int decimals;
    private final Units units;
    private final TypeLimits limits;
    private long low;
    private long high;
    private SortedSet<Long> allowed;

    private NumberRange(int column, Column schema) {
        this.column = column;
        this.schema = schema;
        this.decimals = decimals(schema);
        this.units = Units.of(schema.type(), decimals);
        this.limits = TypeLimits.of(schema.type());
        this.low = limits.low();
        this.high = limits.high();
    }

    /** Of made-up floating-point numbers; no more than a declared scale keeps. */
    private static int decimals(Column column) {
        if (Storage.of(column.type()) != Storage.DOUBLE) {
            return 0;
        }
        boolean declared = column.type().family() == TypeFamily.DECIMAL
                && column.type().precision() > 0
                && column.type().scale() >= 0;
        return declared ? Math.min(REAL_DECIMALS, column.type().scale()) : REAL_DECIMALS;
    }

    /** @param column position of the column in its table */
    public static NumberRange of(int column, Column schema, List<Rule> rules) {
        NumberRange range = new NumberRange(column, schema);
        rules.forEach(rule -> range.narrow(rule.condition()));
        return range;
    }

    private void narrow(Condition condition) {
        if (condition instanceof And and) {
            and.parts().forEach(this::narrow);
        } else if (condition instanceof Or or) {
            List<Condition> others =
                    or.parts().stream().filter(part -> !isAboutNull(part)).toList();
            hull(others);
        } else if (condition instanceof InList in && isColumn(in.value())) {
            SortedSet<Long> listed = new TreeSet<>();
            in.items().forEach(item -> number(item, RoundingMode.FLOOR).ifPresent(listed::add));
            if (listed.size() == in.items().size()) {
                allow(listed);
            }
        } else if (condition instanceof Comparison compared) {
            if (isColumn(compared.left())) {
                bound(compared.comparator(), compared.right());
            } else if (isColumn(compared.right())) {
                bound(turned(compared.comparator()), compared.left());
            }
        }
    }

    /** Narrows to the range around all alternatives. */
    private void hull(List<Condition> alternatives) {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        SortedSet<Long> listed = new TreeSet<>();
        for (Condition alternative : alternatives) {
            NumberRange one = new NumberRange(column, schema);
            one.narrow(alternative);
            boolean lists = one.allowed != null && !one.allowed.isEmpty();
            lowest = Math.min(lowest, lists ? one.allowed.first() : one.low);
            highest = Math.max(highest, lists ? one.allowed.last() : one.high);
            if (lists && listed != null) {
                listed.addAll(one.allowed);
            } else {
                listed = null;
            }
        }
        if (!alternatives.isEmpty()) {
            low = Math.max(low, lowest);
            high = Math.min(high, highest);
            if (listed != null) {
                allow(listed);
            }
        }
    }

    private boolean isAboutNull(Condition condition) {
        return condition instanceof IsNull test && isColumn(test.value());
    }

    /** The column itself, or the same number in another type. */
    private boolean isColumn(Expression expression) {
        if (expression instanceof Call call && call.arguments().size() == 1) {
            return switch (call.function()) {
                case DECIMAL, REAL, WHOLE -> isColumn(call.arguments().get(0));
                default -> false;
            };
        }
        return expression instanceof ColumnReference reference && reference.column() == column;
    }

    private static Comparator turned(Comparator comparator) {
        return switch (comparator) {
            case LESS -> Comparator.GREATER;
            case LESS_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
            case GREATER -> Comparator.LESS;
            case GREATER_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
            default -> comparator;
        };
    }

    private void bound(Comparator comparator, Expression other) {
        switch (comparator) {
            case EQUAL, SAME ->
                number(other, RoundingMode.FLOOR).ifPresent(value -> allow(new TreeSet<>(List.of(value))));
            case GREATER -> number(other, RoundingMode.FLOOR).ifPresent(value -> low = Math.max(low, above(value)));
            case GREATER_OR_EQUAL -> number(other, RoundingMode.CEILING).ifPresent(value -> low = Math.max(low, value));
            case LESS -> number(other, RoundingMode.CEILING).ifPresent(value -> high = Math.min(high, below(value)));
            case LESS_OR_EQUAL -> number(other, RoundingMode.FLOOR).ifPresent(value -> high = Math.min(high, value));
            default -> {}
        }
    }

    private static long above(long value) {
        return value == Long.MAX_VALUE ? value : value + 1;
    }

    private static long below(long value) {
        return value == Long.MIN_VALUE ? value : value - 1;
    }

    private void allow(SortedSet<Long> values) {
        if (allowed == null) {
            allowed = values;
        } else {
            allowed.retainAll(values);
        }
    }

    private Optional<Long> number(Expression literal, RoundingMode rounding) {
        boolean[] constant = {true};
        literal.visit(inner -> constant[0] &= !(inner instanceof ColumnReference));
        Object value = constant[0] ? literal.value(NO_ROW) : null;
        return value == null ? Optional.empty() : Optional.ofNullable(units.number(value, rounding));
    }

    /** How many different numbers there are; {@code Long.MAX_VALUE} for more than can be counted. */
    public long size() {
        if (allowed != null) {
            return allowed.size();
        }
        long size = high - low + 1;
        return high < low ? 0 : size <= 0 ? Long.MAX_VALUE : size;
    }

    /** True if 1, 2, 3 … up to a number of rows are all allowed. @param unit what a whole one is held as */
    boolean counts(long rows, long unit) {
        return allowed == null && low <= unit && high / unit >= rows;
    }

    /** Codes of one bin over ordinary numbers, or of the numbers that are allowed. */
    NumberCodec codec() {
        if (allowed != null && !allowed.isEmpty()) {
            long[] cells = allowed.stream().mapToLong(Long::longValue).toArray();
            return new NumberCodec(decimals, 1, 0, cells, cells, cells[0], cells[cells.length - 1]);
        }
        long step = limits.step();
        long scale = decimals > 0 ? (long) Math.pow(10, decimals) : 1;
        long from = Math.max(low, limits.ordinaryLow() * scale);
        long to = Math.min(high, limits.ordinaryHigh() * scale);
        if (from > to) {
            // Nothing ordinary is allowed: numbers beside the bound.
            boolean aboveAll = low > limits.ordinaryHigh();
            from = aboveAll ? low : Math.max(low, high - ORDINARY_STEPS * step);
            to = aboveAll ? Math.min(high, low + Math.min(Long.MAX_VALUE - low, ORDINARY_STEPS * step)) : high;
        }
        boolean coarse = to - from >= 2 * step;
        return new NumberCodec(
                decimals,
                coarse ? step : 1,
                0,
                new long[] {from},
                new long[] {Math.max(from, to)},
                low <= high ? low : from,
                low <= high ? high : from);
    }

    /** What a range holds a whole one as. */
    static long unit(Column column) {
        int scale = Storage.of(column.type()) == Storage.DOUBLE ? decimals(column) : Storage.scaleOf(column.type());
        return (long) Math.pow(10, scale);
    }
}
