package dev.understudy.sql.rules;

import dev.understudy.schema.Column;
import dev.understudy.schema.Filling;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Arithmetic;
import dev.understudy.schema.rule.Arithmetic.Operator;
import dev.understudy.schema.rule.Call;
import dev.understudy.schema.rule.Call.Function;
import dev.understudy.schema.rule.Choice;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.And;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.ParentColumn;
import dev.understudy.schema.rule.RangeBounds;
import dev.understudy.schema.rule.Truth;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.TableField;
import org.jooq.impl.QOM;

/** Values of jOOQ's object model into ours. */
final class ExpressionTranslator {
    private static final Literal.Whole DAY = new Literal.Whole(86_400_000_000L);

    private final Vendor vendor;
    private final Table table;
    private final RowScope scope;
    private final ConditionTranslator conditions;
    private final TextTranslator texts = new TextTranslator(this);

    ExpressionTranslator(Vendor vendor, RowScope scope, ConditionTranslator conditions) {
        this.vendor = vendor;
        this.scope = scope;
        this.table = scope.table();
        this.conditions = conditions;
    }

    Typed of(Field<?> from) {
        if (from instanceof QOM.ConditionAsField field) {
            return new Typed(new Truth(conditions.condition(field.$arg1())), Kind.FLAG);
        }
        if (from instanceof org.jooq.Condition condition) {
            return new Typed(new Truth(conditions.condition(condition)), Kind.FLAG);
        }
        if (from instanceof Param<?> literal) {
            return literal(literal.getValue());
        }
        if (from instanceof TableField<?, ?> column) {
            return named(column);
        }
        if (from instanceof QOM.Cast<?> cast) {
            return Casts.apply(of(cast.$field()), cast.getDataType(), table);
        }
        if (from instanceof QOM.CaseSearched<?> choice) {
            return choice(choice);
        }
        if (from instanceof QOM.CaseSimple<?, ?> choice) {
            return choice(choice);
        }
        if (from instanceof QOM.Neg<?> negated) {
            return arithmetic(Operator.SUBTRACT, new Typed(new Literal.Whole(0), Kind.NUMBER), of(negated.$arg1()));
        }
        return operation(from);
    }

    private static Typed literal(Object value) {
        if (value == null) {
            return new Typed(new Literal.Null(), Kind.NOTHING);
        }
        if (value instanceof String text) {
            return new Typed(new Literal.Text(text), Kind.TEXT);
        }
        if (value instanceof Boolean truth) {
            return new Typed(new Literal.Flag(truth), Kind.FLAG);
        }
        if (value instanceof BigDecimal || value instanceof BigInteger || value instanceof Number) {
            return new Typed(Literal.of(new BigDecimal(value.toString())), Kind.NUMBER);
        }
        if (value instanceof java.sql.Date date) {
            return new Typed(new Literal.Time(LiteralText.micros(date.toLocalDate())), Kind.DATE);
        }
        if (value instanceof java.sql.Timestamp time) {
            return new Typed(new Literal.Time(LiteralText.micros(time.toLocalDateTime())), Kind.TIMESTAMP);
        }
        if (value instanceof java.sql.Time time) {
            return new Typed(new Literal.Time(LiteralText.micros(time.toLocalTime())), Kind.TIME);
        }
        throw new Untranslatable("literal");
    }

    private Typed named(TableField<?, ?> column) {
        String[] parts = column.getQualifiedName().getName();
        RowScope.Reached reached = parts.length < 2 ? null : scope.reached().get(parts[parts.length - 2]);
        return reached == null ? column(column.getName()) : column(reached, column.getName());
    }

    private static Typed column(RowScope.Reached reached, String name) {
        int at = reached.table().columnIndex(name);
        if (at < 0) {
            throw new Untranslatable("column");
        }
        Kind kind = Kind.of(reached.table().columns().get(at).type().family());
        ParentColumn column = new ParentColumn(reached.links(), at, name);
        return new Typed(kind == Kind.SPAN ? Call.of(Function.SPAN, column) : column, kind);
    }

    private Typed column(String name) {
        int at = table.columnIndex(name);
        for (int c = 0; at < 0 && c < table.columns().size(); c++) {
            at = table.columns().get(c).name().equalsIgnoreCase(name) ? c : at;
        }
        if (at < 0) {
            throw new Untranslatable("column");
        }
        Column column = table.columns().get(at);
        if (column.filling() == Filling.GENERATED && !column.generation().isEmpty()) {
            // What it is computed from can be chosen, it cannot.
            return of(RuleText.field(vendor, table, column.generation()));
        }
        Kind kind = Kind.of(column.type().family());
        ColumnReference reference = new ColumnReference(at, column.name());
        return new Typed(kind == Kind.SPAN ? Call.of(Function.SPAN, reference) : reference, kind);
    }

    private Typed operation(Field<?> from) {
        if (from instanceof QOM.Add<?> sum) {
            return arithmetic(Operator.ADD, of(sum.$arg1()), of(sum.$arg2()));
        }
        if (from instanceof QOM.Sub<?> difference) {
            return arithmetic(Operator.SUBTRACT, of(difference.$arg1()), of(difference.$arg2()));
        }
        if (from instanceof QOM.Mul<?> product) {
            return arithmetic(Operator.MULTIPLY, of(product.$arg1()), of(product.$arg2()));
        }
        if (from instanceof QOM.Div<?> ratio) {
            Operator division = vendor == Vendor.MARIADB ? Operator.DIVIDE_EXACTLY : Operator.DIVIDE;
            return arithmetic(division, of(ratio.$arg1()), of(ratio.$arg2()));
        }
        if (from instanceof QOM.Mod<?> rest) {
            return arithmetic(Operator.REMAINDER, of(rest.$arg1()), of(rest.$arg2()));
        }
        return function(from);
    }

    private Typed arithmetic(Operator operator, Typed left, Typed right) {
        Typed a = left.as(right.kind());
        Typed b = right.as(left.kind());
        if (a.kind() == Kind.NUMBER && b.kind() == Kind.NUMBER) {
            return new Typed(folded(operator, a.expression(), b.expression()), Kind.NUMBER);
        }
        // Only PostgreSQL counts days between dates as plain numbers.
        if (vendor == Vendor.POSTGRESQL
                && a.kind() == Kind.DATE
                && b.kind() == Kind.DATE
                && operator == Operator.SUBTRACT) {
            Expression micros = new Arithmetic(operator, a.expression(), b.expression());
            return new Typed(new Arithmetic(Operator.DIVIDE, micros, DAY), Kind.NUMBER);
        }
        boolean shift = operator == Operator.ADD || operator == Operator.SUBTRACT;
        if (vendor == Vendor.POSTGRESQL && a.kind() == Kind.DATE && b.kind() == Kind.NUMBER && shift) {
            Expression micros = new Arithmetic(Operator.MULTIPLY, b.expression(), DAY);
            return new Typed(new Arithmetic(operator, a.expression(), micros), Kind.DATE);
        }
        throw new Untranslatable("arithmetic");
    }

    /** A negated literal is a literal. */
    private static Expression folded(Operator operator, Expression left, Expression right) {
        boolean negated = operator == Operator.SUBTRACT && left.equals(new Literal.Whole(0));
        if (negated && right instanceof Literal.Whole whole) {
            return new Literal.Whole(-whole.number());
        }
        if (negated && right instanceof Literal.Exact exact) {
            return new Literal.Exact(exact.number().negate());
        }
        return new Arithmetic(operator, left, right);
    }

    private Typed function(Field<?> from) {
        if (from instanceof QOM.Abs<?> abs && of(abs.$arg1()).kind() == Kind.NUMBER) {
            return new Typed(Call.of(Function.ABS, of(abs.$arg1()).expression()), Kind.NUMBER);
        }
        if (from instanceof QOM.Floor<?> floor) {
            return new Typed(Call.of(Function.FLOOR, number(floor.$value())), Kind.NUMBER);
        }
        if (from instanceof QOM.Ceil<?> ceiling) {
            return new Typed(Call.of(Function.CEILING, number(ceiling.$arg1())), Kind.NUMBER);
        }
        if (from instanceof QOM.Coalesce<?> coalesce) {
            return coalesce(Function.COALESCE, coalesce.$arg1());
        }
        if (from instanceof QOM.Least<?> least) {
            return coalesce(Function.LEAST, least.$arg1());
        }
        if (from instanceof QOM.Greatest<?> greatest) {
            return coalesce(Function.GREATEST, greatest.$arg1());
        }
        if (from instanceof QOM.Nvl<?> nvl) {
            return coalesce(Function.COALESCE, List.of(nvl.$arg1(), nvl.$arg2()));
        }
        if (from instanceof QOM.Nullif<?> nullif) {
            Typed value = of(nullif.$value());
            Condition same = ConditionTranslator.comparison(value, Comparator.EQUAL, of(nullif.$other()));
            Choice.Branch none = new Choice.Branch(same, new Literal.Null());
            return new Typed(new Choice(List.of(none), value.expression()), value.kind());
        }
        if (from instanceof QOM.Extract extract) {
            return extract(extract.$field(), extract.$datePart());
        }
        return texts.of(from);
    }

    Expression number(Field<?> from) {
        Typed value = of(from);
        if (value.kind() != Kind.NUMBER) {
            throw new Untranslatable("number");
        }
        return value.expression();
    }

    /** A function whose arguments and value are of one kind. */
    private Typed coalesce(Function function, List<? extends Field<?>> arguments) {
        Kind kind = Kind.NOTHING;
        for (Field<?> argument : arguments) {
            Typed one = of(argument);
            kind = kind == Kind.NOTHING || kind == Kind.TEXT && one.kind() != Kind.NOTHING ? one.kind() : kind;
        }
        List<Expression> list = new ArrayList<>();
        for (Field<?> argument : arguments) {
            Typed one = of(argument).as(kind);
            if (!one.kind().comparesWith(kind)) {
                throw new Untranslatable("coalesce");
            }
            list.add(one.expression());
        }
        return new Typed(new Call(function, list), kind);
    }

    private Typed extract(Field<?> from, DatePart part) {
        Typed moment = of(from);
        if (moment.kind() != Kind.DATE && moment.kind() != Kind.TIMESTAMP) {
            throw new Untranslatable("part of a time");
        }
        Function function = switch (part) {
            case YEAR -> Function.YEAR;
            case MONTH -> Function.MONTH;
            case DAY -> Function.DAY;
            default -> throw new Untranslatable("part of a time");
        };
        return new Typed(Call.of(function, moment.expression()), Kind.NUMBER);
    }

    private Typed choice(QOM.CaseSearched<?> from) {
        List<Choice.Branch> branches = new ArrayList<>();
        Typed otherwise = from.$arg2() == null ? literal(null) : of(from.$arg2());
        Kind kind = otherwise.kind();
        for (var branch : from.$arg1()) {
            Typed result = of(branch.$2());
            kind = kind == Kind.NOTHING ? result.kind() : kind;
            branches.add(new Choice.Branch(conditions.condition(branch.$1()), result.expression()));
        }
        return new Typed(new Choice(branches, otherwise.expression()), kind);
    }

    private Typed choice(QOM.CaseSimple<?, ?> from) {
        List<Choice.Branch> branches = new ArrayList<>();
        Typed value = of(from.$arg1());
        Typed otherwise = from.$arg3() == null ? literal(null) : of(from.$arg3());
        Kind kind = otherwise.kind();
        for (var branch : from.$arg2()) {
            Typed result = of(branch.$2());
            kind = kind == Kind.NOTHING ? result.kind() : kind;
            branches.add(new Choice.Branch(
                    ConditionTranslator.comparison(value, Comparator.EQUAL, of(branch.$1())), result.expression()));
        }
        return new Typed(new Choice(branches, otherwise.expression()), kind);
    }

    /** A value that is text. */
    Expression text(Field<?> from) {
        Typed value = of(from);
        if (value.kind() != Kind.TEXT && value.kind() != Kind.LABEL) {
            throw new Untranslatable("text");
        }
        return value.expression();
    }

    /** A bound of a column of ranges; empty if the value is none. */
    Optional<Typed> bound(Function function, Field<?> from) {
        Typed value = of(from);
        if (!(value.expression() instanceof ColumnReference column)
                || table.columns().get(column.column()).type().family() != TypeFamily.RANGE) {
            return Optional.empty();
        }
        String type = table.columns().get(column.column()).type().baseName();
        if (!RangeBounds.isKnown(type)) {
            throw new Untranslatable("range");
        }
        Kind kind = RangeBounds.isTimes(type) ? Kind.TIMESTAMP : RangeBounds.isDays(type) ? Kind.DATE : Kind.NUMBER;
        return Optional.of(new Typed(new Call(function, List.of(column, new Literal.Text(type))), kind));
    }

    String literalText(Field<?> from) {
        if (of(from).expression() instanceof Literal.Text text) {
            return text.text();
        }
        throw new Untranslatable("pattern");
    }

    /** Columns of type JSON hold JSON, whatever is written; MariaDB checks it nevertheless. */
    Condition isJson(Field<?> from) {
        if (from instanceof TableField<?, ?> named) {
            boolean json = column(named.getName()).expression() instanceof ColumnReference column
                    && table.columns().get(column.column()).type().family() == TypeFamily.JSON;
            if (json) {
                return new And(List.of());
            }
        }
        throw new Untranslatable("json");
    }
}
