package dev.understudy.sql.rules;

import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.And;
import dev.understudy.schema.rule.Condition.Comparison;
import dev.understudy.schema.rule.Condition.InList;
import dev.understudy.schema.rule.Condition.IsNull;
import dev.understudy.schema.rule.Condition.Matching;
import dev.understudy.schema.rule.Condition.Not;
import dev.understudy.schema.rule.Condition.Or;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.QOM;

/** Conditions of jOOQ's object model into ours. */
final class ConditionTranslator {
    private final ExpressionTranslator expressions;

    ConditionTranslator(Vendor vendor, RowScope scope) {
        this.expressions = new ExpressionTranslator(vendor, scope, this);
    }

    Condition condition(org.jooq.Condition from) {
        if (from instanceof QOM.And and) {
            return new And(flat(and));
        }
        if (from instanceof QOM.Or or) {
            return new Or(flat(or));
        }
        if (from instanceof QOM.Xor xor) {
            return new Comparison(
                    new Truth(condition(xor.$arg1())), Comparator.UNEQUAL, new Truth(condition(xor.$arg2())));
        }
        if (from instanceof QOM.Not not) {
            return new Not(condition(not.$arg1()));
        }
        if (from instanceof QOM.IsNull test) {
            return new IsNull(expressions.of(test.$arg1()).expression());
        }
        if (from instanceof QOM.IsNotNull test) {
            return new Not(new IsNull(expressions.of(test.$arg1()).expression()));
        }
        if (from instanceof QOM.FieldCondition field) {
            return truth(expressions.of(field.$arg1()));
        }
        if (from instanceof QOM.CompareCondition<?, ?> compared) {
            return comparison(compared.$arg1(), comparator(from), compared.$arg2());
        }
        return list(from);
    }

    private static List<org.jooq.Condition> parts(org.jooq.Condition from) {
        if (from instanceof QOM.CombinedCondition<?> combined) {
            return List.of(combined.$arg1(), combined.$arg2());
        }
        throw new Untranslatable("combination");
    }

    private List<Condition> flat(org.jooq.Condition from) {
        List<Condition> flat = new ArrayList<>();
        for (org.jooq.Condition part : parts(from)) {
            boolean same = from instanceof QOM.And && part instanceof QOM.And
                    || from instanceof QOM.Or && part instanceof QOM.Or;
            if (same) {
                flat.addAll(flat(part));
            } else {
                flat.add(condition(part));
            }
        }
        return flat;
    }

    private static Comparator comparator(org.jooq.Condition from) {
        if (from instanceof QOM.Eq) {
            return Comparator.EQUAL;
        }
        if (from instanceof QOM.Ne) {
            return Comparator.UNEQUAL;
        }
        if (from instanceof QOM.Lt) {
            return Comparator.LESS;
        }
        if (from instanceof QOM.Le) {
            return Comparator.LESS_OR_EQUAL;
        }
        if (from instanceof QOM.Gt) {
            return Comparator.GREATER;
        }
        if (from instanceof QOM.Ge) {
            return Comparator.GREATER_OR_EQUAL;
        }
        if (from instanceof QOM.IsDistinctFrom) {
            return Comparator.DISTINCT;
        }
        if (from instanceof QOM.IsNotDistinctFrom) {
            return Comparator.SAME;
        }
        throw new Untranslatable("comparison");
    }

    /** A value where a condition is wanted: a truth, or in MariaDB a number. */
    private static Condition truth(Typed value) {
        if (value.expression() instanceof Truth truth) {
            return truth.condition();
        }
        return switch (value.kind()) {
            case FLAG -> new Comparison(value.expression(), Comparator.EQUAL, new Literal.Flag(true));
            case NUMBER -> new Comparison(value.expression(), Comparator.UNEQUAL, new Literal.Whole(0));
            default -> throw new Untranslatable("truth");
        };
    }

    private Condition comparison(Field<?> left, Comparator comparator, Field<?> right) {
        return comparison(expressions.of(left), comparator, expressions.of(right));
    }

    static Condition comparison(Typed left, Comparator comparator, Typed right) {
        Typed a = left.as(right.kind());
        Typed b = right.as(left.kind());
        boolean ordering = comparator != Comparator.EQUAL
                && comparator != Comparator.UNEQUAL
                && comparator != Comparator.DISTINCT
                && comparator != Comparator.SAME;
        boolean known = a.kind().comparesWith(b.kind());
        if (!known || ordering && (a.kind() == Kind.LABEL || b.kind() == Kind.LABEL)) {
            throw new Untranslatable("comparison of " + a.kind() + " and " + b.kind());
        }
        return new Comparison(a.expression(), comparator, b.expression());
    }

    private Condition list(org.jooq.Condition from) {
        if (from instanceof QOM.InList<?> in) {
            return in(in.$arg1(), in.$arg2());
        }
        if (from instanceof QOM.NotInList<?> in) {
            return new Not(in(in.$arg1(), in.$arg2()));
        }
        if (from instanceof QOM.Between<?> between && !between.$symmetric()) {
            Condition inside = new And(List.of(
                    comparison(between.$arg1(), Comparator.GREATER_OR_EQUAL, between.$arg2()),
                    comparison(between.$arg1(), Comparator.LESS_OR_EQUAL, between.$arg3())));
            return isNegated(between) ? new Not(inside) : inside;
        }
        if (from instanceof QOM.EqQuantified<?> quantified) {
            return quantified(quantified.$arg1(), quantified.$arg2(), QOM.Quantifier.ANY);
        }
        if (from instanceof QOM.NeQuantified<?> quantified) {
            return new Not(quantified(quantified.$arg1(), quantified.$arg2(), QOM.Quantifier.ALL));
        }
        return pattern(from);
    }

    /** The object model hides whether it is BETWEEN or NOT BETWEEN; the text tells. */
    private static boolean isNegated(QOM.Between<?> between) {
        String text = between.toString().replaceAll("\\s+", " ");
        String value = between.$arg1().toString().replaceAll("\\s+", " ");
        if (text.startsWith(value + " not between ")) {
            return true;
        }
        if (text.startsWith(value + " between ")) {
            return false;
        }
        throw new Untranslatable("between");
    }

    /** {@code = ANY (ARRAY[…])} and {@code <> ALL (ARRAY[…])} are lists. */
    private Condition quantified(Field<?> value, Object array, QOM.Quantifier wanted) {
        if (array instanceof QOM.QuantifiedArray<?> quantified && quantified.$quantifier() == wanted) {
            return in(value, ArrayItems.of(quantified.$array()));
        }
        throw new Untranslatable("quantifier");
    }

    private Condition in(Field<?> value, List<? extends Field<?>> items) {
        Typed sought = expressions.of(value);
        List<Expression> list = new ArrayList<>();
        for (Field<?> item : items) {
            Typed one = expressions.of(item).as(sought.kind());
            if (!one.kind().comparesWith(sought.kind())) {
                throw new Untranslatable("list");
            }
            list.add(one.expression());
        }
        return new InList(sought.expression(), list);
    }

    private Condition pattern(org.jooq.Condition from) {
        if (from instanceof QOM.Like like) {
            return like(like.$arg1(), like.$arg2(), like.$arg3(), false);
        }
        if (from instanceof QOM.NotLike like) {
            return new Not(like(like.$arg1(), like.$arg2(), like.$arg3(), false));
        }
        if (from instanceof QOM.LikeIgnoreCase like) {
            return like(like.$arg1(), like.$arg2(), like.$arg3(), true);
        }
        if (from instanceof QOM.NotLikeIgnoreCase like) {
            return new Not(like(like.$arg1(), like.$arg2(), like.$arg3(), true));
        }
        if (from instanceof QOM.RegexpLike match) {
            return new Matching(
                    expressions.text(match.$search()), RegexText.read(expressions.literalText(match.$pattern())));
        }
        if (from instanceof QOM.True || from instanceof QOM.False) {
            return from instanceof QOM.True ? new And(List.of()) : new Or(List.of());
        }
        if (from instanceof QOM.IsJson test) {
            return expressions.isJson(test.$arg1());
        }
        throw new Untranslatable(from.getClass().getSimpleName());
    }

    private Condition like(Field<?> text, Field<String> pattern, Character escape, boolean ignoresCase) {
        return Matching.like(
                expressions.text(text), expressions.literalText(pattern), escape == null ? '\\' : escape, ignoresCase);
    }
}
