package dev.understudy.sql.rules;

import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.rule.Call;
import dev.understudy.schema.rule.Call.Function;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.DataType;

/** Casts that change no value, or change it in a way that our tree knows; all others are refused. */
final class Casts {
    private Casts() {}

    static Typed apply(Typed value, DataType<?> type, Table table) {
        if (value.kind() == Kind.NOTHING) {
            return value;
        }
        if (type.isDate()) {
            return moment(value, Kind.DATE);
        }
        // jOOQ does not call those with a zone timestamps.
        if (type.isTimestamp() || type.getType() == OffsetDateTime.class) {
            return moment(value, Kind.TIMESTAMP);
        }
        if (type.isTime()) {
            return same(value.as(Kind.TIME), Kind.TIME);
        }
        if (type.isBoolean()) {
            return same(value.as(Kind.FLAG), Kind.FLAG);
        }
        if (type.isInterval()) {
            return same(value.as(Kind.SPAN), Kind.SPAN);
        }
        if (type.isInteger()) {
            return whole(value.as(Kind.NUMBER), table);
        }
        if (type.isNumeric() || type.getTypeName().equalsIgnoreCase("decfloat")) {
            return number(value.as(Kind.NUMBER), type, table);
        }
        if (value.kind() == Kind.TEXT || value.kind() == Kind.LABEL) {
            // Text stays text; of a type that jOOQ does not know it is a label.
            return value;
        }
        throw new Untranslatable("cast");
    }

    private static Typed same(Typed value, Kind wanted) {
        if (value.kind() == wanted) {
            return value;
        }
        throw new Untranslatable("cast");
    }

    private static Typed moment(Typed value, Kind wanted) {
        Typed moment = value.as(wanted);
        if (moment.kind() == Kind.TIMESTAMP && wanted == Kind.DATE) {
            return new Typed(Call.of(Function.DATE, moment.expression()), wanted);
        }
        if (moment.kind() == Kind.DATE || moment.kind() == Kind.TIMESTAMP) {
            return new Typed(moment.expression(), wanted);
        }
        throw new Untranslatable("cast");
    }

    private static Typed whole(Typed value, Table table) {
        if (value.kind() == Kind.FLAG) {
            return new Typed(Call.of(Function.WHOLE, value.expression()), Kind.NUMBER);
        }
        if (value.kind() == Kind.NUMBER && isWhole(value.expression(), table)) {
            return value;
        }
        throw new Untranslatable("cast");
    }

    private static boolean isWhole(Expression value, Table table) {
        return value instanceof Literal.Whole
                || value instanceof ColumnReference column
                        && table.columns().get(column.column()).type().family() == TypeFamily.INTEGER;
    }

    private static Typed number(Typed value, DataType<?> type, Table table) {
        if (value.kind() != Kind.NUMBER) {
            throw new Untranslatable("cast");
        }
        boolean real = type.isFloat();
        boolean exact = !real && (type.scaleDefined() || type.precisionDefined());
        boolean rounds = exact && scale(value.expression(), table) > (type.scaleDefined() ? type.scale() : 0);
        if (rounds) {
            throw new Untranslatable("rounding cast");
        }
        if (value.isLiteral()) {
            return value;
        }
        return new Typed(Call.of(real ? Function.REAL : Function.DECIMAL, value.expression()), Kind.NUMBER);
    }

    /** Digits after the point that a value may have. */
    private static int scale(Expression value, Table table) {
        if (value instanceof Literal.Exact exact) {
            return exact.number().stripTrailingZeros().compareTo(BigDecimal.ZERO) == 0
                    ? 0
                    : Math.max(0, exact.number().stripTrailingZeros().scale());
        }
        if (value instanceof ColumnReference column) {
            var type = table.columns().get(column.column()).type();
            boolean known = type.family() == TypeFamily.DECIMAL && type.scale() >= 0;
            return type.family() == TypeFamily.INTEGER ? 0 : known ? type.scale() : Integer.MAX_VALUE;
        }
        return isWhole(value, table) ? 0 : Integer.MAX_VALUE;
    }
}
