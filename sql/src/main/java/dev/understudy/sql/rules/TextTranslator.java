package dev.understudy.sql.rules;

import dev.understudy.schema.rule.Call;
import dev.understudy.schema.rule.Call.Function;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.QOM;

/** Functions of texts from jOOQ's object model into ours. */
final class TextTranslator {
    private final ExpressionTranslator expressions;

    TextTranslator(ExpressionTranslator expressions) {
        this.expressions = expressions;
    }

    Typed of(Field<?> from) {
        if (from instanceof QOM.Lower lower) {
            return expressions
                    .bound(Function.RANGE_LOW, lower.$arg1())
                    .orElseGet(() -> text(Function.LOWER, lower.$arg1()));
        }
        if (from instanceof QOM.Upper upper) {
            return expressions
                    .bound(Function.RANGE_HIGH, upper.$arg1())
                    .orElseGet(() -> text(Function.UPPER, upper.$arg1()));
        }
        if (from instanceof QOM.CharLength length) {
            return length(Function.LENGTH, length.$arg1());
        }
        if (from instanceof QOM.OctetLength length) {
            return length(Function.BYTES, length.$arg1());
        }
        if (from instanceof QOM.Trim trim && trim.$arg2() == null) {
            return text(Function.TRIM, trim.$arg1());
        }
        if (from instanceof QOM.Concat concat) {
            List<Expression> parts =
                    concat.$arg1().stream().map(expressions::text).toList();
            return new Typed(new Call(Function.CONCAT, parts), Kind.TEXT);
        }
        return part(from);
    }

    private Typed text(Function function, Field<?> of) {
        return new Typed(Call.of(function, expressions.text(of)), Kind.TEXT);
    }

    /** Of what is held as hex there are half as many bytes. */
    private Typed length(Function function, Field<?> of) {
        Typed value = expressions.of(of);
        Expression length = value.kind() == Kind.BYTES
                ? Call.of(Function.OCTETS, value.expression())
                : Call.of(function, expressions.text(of));
        return new Typed(length, Kind.NUMBER);
    }

    private Typed part(Field<?> from) {
        if (from instanceof QOM.Left left) {
            return call(Function.LEFT, left.$arg1(), List.of(expressions.number(left.$arg2())));
        }
        if (from instanceof QOM.Right right) {
            return call(Function.RIGHT, right.$arg1(), List.of(expressions.number(right.$arg2())));
        }
        if (from instanceof QOM.Rpad pad) {
            return call(Function.RIGHT_PAD, pad.$string(), padding(pad.$length(), pad.$character()));
        }
        if (from instanceof QOM.Lpad pad) {
            return call(Function.LEFT_PAD, pad.$string(), padding(pad.$length(), pad.$character()));
        }
        if (from instanceof QOM.Replace replace && replace.$replace() != null) {
            List<Expression> more = List.of(expressions.text(replace.$search()), expressions.text(replace.$replace()));
            return call(Function.REPLACE, replace.$string(), more);
        }
        if (from instanceof QOM.Position position && position.$startIndex() == null) {
            Expression sought = expressions.text(position.$search());
            return new Typed(
                    new Call(Function.POSITION, List.of(expressions.text(position.$in()), sought)), Kind.NUMBER);
        }
        if (from instanceof QOM.Substring substring) {
            return substring(substring);
        }
        throw new Untranslatable(from.getClass().getSimpleName());
    }

    private Typed call(Function function, Field<?> of, List<Expression> more) {
        List<Expression> arguments = new ArrayList<>(List.of(expressions.text(of)));
        arguments.addAll(more);
        return new Typed(new Call(function, arguments), Kind.TEXT);
    }

    private List<Expression> padding(Field<?> length, Field<?> with) {
        Expression filling = with == null ? new Literal.Text(" ") : expressions.text(with);
        return List.of(expressions.number(length), filling);
    }

    /** Vendors disagree about what a start below 1 means. */
    private Typed substring(QOM.Substring from) {
        Expression start = expressions.number(from.$startingPosition());
        if (!(start instanceof Literal.Whole first) || first.number() < 1) {
            throw new Untranslatable("substring");
        }
        return call(
                Function.SUBSTRING,
                from.$string(),
                from.$length() == null ? List.of(start) : List.of(start, expressions.number(from.$length())));
    }
}
