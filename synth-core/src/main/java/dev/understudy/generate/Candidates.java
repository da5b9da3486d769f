package dev.understudy.generate;

import dev.understudy.schema.rule.Arithmetic;
import dev.understudy.schema.rule.Call;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.ParentColumn;
import dev.understudy.schema.rule.RowView;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Numbers at which the verdict of a condition may change: its literals, the other columns, and what solves it. */
final class Candidates {
    private static final long DAY = 86_400_000_000L;

    private Candidates() {}

    /** Numbers to try in a column, each with its neighbours. */
    static List<Long> of(Condition condition, Knob.Number knob, RowView row, int rotation) {
        List<Object> values = new ArrayList<>();
        boolean[] year = {false};
        condition.visit(expression -> {
            year[0] |= expression instanceof Call call && call.function() == Call.Function.YEAR;
            boolean own = expression instanceof ColumnReference column && column.column() == knob.column();
            if (!own
                    && (expression instanceof Literal
                            || expression instanceof ColumnReference
                            || expression instanceof ParentColumn)) {
                add(values, expression.value(row));
                if (year[0] && expression instanceof Literal.Whole number && Math.abs(number.number()) < 10_000) {
                    values.add(LocalDate.of((int) number.number(), 1, 1).toEpochDay() * DAY);
                }
            }
        });
        if (condition instanceof Condition.Comparison compared) {
            add(values, solved(compared.left(), knob.column(), compared.right().value(row), row));
            add(values, solved(compared.right(), knob.column(), compared.left().value(row), row));
        }
        Set<Long> numbers = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get((i + rotation) % values.size());
            long unit = knob.limits().unit();
            addNeighbours(numbers, knob.units().number(value, RoundingMode.FLOOR), unit);
            addNeighbours(numbers, knob.units().number(value, RoundingMode.CEILING), unit);
        }
        numbers.add(0L);
        numbers.add(1L);
        return List.copyOf(numbers);
    }

    private static void add(List<Object> values, Object value) {
        if (value != null && !(value instanceof String)) {
            values.add(value);
        }
    }

    /** @param unit storable numbers are whole multiples of this */
    private static void addNeighbours(Set<Long> numbers, Long number, long unit) {
        if (number != null) {
            long below = number < Long.MIN_VALUE + unit ? number : number - Math.floorMod(number, unit);
            numbers.add(below);
            numbers.add(below > Long.MAX_VALUE - unit ? below : below + unit);
            numbers.add(below < Long.MIN_VALUE + unit ? below : below - unit);
        }
    }

    /** The value of a column that gives an expression a wanted value; null if that cannot be told. */
    private static Object solved(Expression expression, int column, Object wanted, RowView row) {
        if (wanted == null || wanted instanceof String || wanted instanceof Boolean) {
            return null;
        }
        if (expression instanceof ColumnReference reference) {
            return reference.column() == column ? wanted : null;
        }
        if (expression instanceof Call call && call.arguments().size() == 1) {
            return switch (call.function()) {
                case REAL, DECIMAL, ABS, DATE -> solved(call.arguments().get(0), column, wanted, row);
                default -> null;
            };
        }
        return expression instanceof Arithmetic arithmetic ? solved(arithmetic, column, wanted, row) : null;
    }

    private static Object solved(Arithmetic sum, int column, Object wanted, RowView row) {
        boolean left = mentions(sum.left(), column);
        if (left == mentions(sum.right(), column)) {
            return null;
        }
        Expression other = left ? sum.right() : sum.left();
        Object known = other.value(row);
        if (known == null) {
            return null;
        }
        Arithmetic.Operator inverse = switch (sum.operator()) {
            case ADD -> Arithmetic.Operator.SUBTRACT;
            case SUBTRACT -> left ? Arithmetic.Operator.ADD : Arithmetic.Operator.SUBTRACT;
            case MULTIPLY -> Arithmetic.Operator.DIVIDE_EXACTLY;
            case DIVIDE, DIVIDE_EXACTLY -> left ? Arithmetic.Operator.MULTIPLY : Arithmetic.Operator.DIVIDE_EXACTLY;
            case REMAINDER -> null;
        };
        if (inverse == null) {
            return null;
        }
        boolean knownFirst = !left && (sum.operator() == Arithmetic.Operator.SUBTRACT || isDivision(sum.operator()));
        Expression target = literal(wanted);
        Arithmetic step = new Arithmetic(inverse, knownFirst ? other : target, knownFirst ? target : other);
        return solved(left ? sum.left() : sum.right(), column, step.value(row), row);
    }

    private static boolean isDivision(Arithmetic.Operator operator) {
        return operator == Arithmetic.Operator.DIVIDE || operator == Arithmetic.Operator.DIVIDE_EXACTLY;
    }

    private static boolean mentions(Expression expression, int column) {
        boolean[] found = {false};
        expression.visit(
                inner -> found[0] |= inner instanceof ColumnReference reference && reference.column() == column);
        return found[0];
    }

    private static Expression literal(Object value) {
        if (value instanceof Long whole) {
            return new Literal.Whole(whole);
        }
        return new Literal.Exact(
                value instanceof Double real ? java.math.BigDecimal.valueOf(real) : (java.math.BigDecimal) value);
    }
}
