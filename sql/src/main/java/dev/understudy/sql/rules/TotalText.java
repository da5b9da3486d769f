package dev.understudy.sql.rules;

import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.DeclaredTotal.Factor;
import dev.understudy.schema.DeclaredTotal.Form;
import dev.understudy.schema.DeclaredTotal.Function;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Reads totals: a column, an equals sign, and a sum, count, mean, least or greatest over children. */
final class TotalText {
    static final String PARENT = "p";
    static final String CHILD = "c";

    private static final Pattern TOTAL =
            Pattern.compile("^[^=<>!()']+=\\s*(sum|count|avg|min|max)\\s*\\(.*\\)\\s*$", Pattern.CASE_INSENSITIVE);

    private final Schema schema;
    private final String setting;

    TotalText(Schema schema, String setting) {
        this.schema = schema;
        this.setting = setting;
    }

    static boolean isTotal(String text) {
        return TOTAL.matcher(text).matches();
    }

    /**
     * @param text as the operator wrote it
     * @param sql  the same with every column under the alias of its table
     * @param link from the children to their parent
     */
    DeclaredTotal read(String text, String sql, ForeignKey link) {
        try {
            org.jooq.Condition parsed =
                    DSL.using(RuleText.dialect(schema.vendor())).parser().parseCondition(sql);
            if (parsed instanceof QOM.Eq<?> equation && equation.$arg1() instanceof TableField<?, ?> column) {
                return total(text, column.getName(), link, equation.$arg2());
            }
        } catch (DataAccessException | Untranslatable e) {
            // Said below, in words of the rule.
        }
        throw DeclaredRules.usage(
                "%s: \"%s\" is no total that can be kept; a sum is one of products of columns, or of 1 - column and 1 + column."
                        .formatted(setting, text));
    }

    private static DeclaredTotal total(String text, String column, ForeignKey link, Field<?> made) {
        if (made instanceof QOM.Count count && !count.$distinct()) {
            return new DeclaredTotal(text, column, link, Function.COUNT, List.of());
        }
        if (made instanceof QOM.Sum sum && !sum.$distinct()) {
            List<Factor> factors = new ArrayList<>();
            factors(sum.$field(), factors);
            return new DeclaredTotal(text, column, link, Function.SUM, factors);
        }
        if (made instanceof QOM.Avg mean && !mean.$distinct()) {
            return new DeclaredTotal(text, column, link, Function.AVG, List.of(plain(mean.$field())));
        }
        if (made instanceof QOM.Min<?> least && !least.$distinct()) {
            return new DeclaredTotal(text, column, link, Function.MIN, List.of(plain(least.$field())));
        }
        if (made instanceof QOM.Max<?> greatest && !greatest.$distinct()) {
            return new DeclaredTotal(text, column, link, Function.MAX, List.of(plain(greatest.$field())));
        }
        throw new Untranslatable("total");
    }

    private static void factors(Field<?> from, List<Factor> into) {
        if (from instanceof QOM.Mul<?> product) {
            factors(product.$arg1(), into);
            factors(product.$arg2(), into);
        } else if (from instanceof QOM.Sub<?> rest && isNumber(rest.$arg1(), 1)) {
            into.add(share(rest.$arg2(), Form.LESS, Form.LESS_PERCENT));
        } else if (from instanceof QOM.Add<?> sum && isNumber(sum.$arg1(), 1)) {
            into.add(share(sum.$arg2(), Form.MORE, Form.MORE_PERCENT));
        } else {
            into.add(plain(from));
        }
    }

    private static Factor share(Field<?> from, Form whole, Form percent) {
        return from instanceof QOM.Div<?> hundredth && isNumber(hundredth.$arg2(), 100)
                ? new Factor(plain(hundredth.$arg1()).column(), percent)
                : new Factor(plain(from).column(), whole);
    }

    private static Factor plain(Field<?> from) {
        if (from instanceof TableField<?, ?> column
                && column.getQualifiedName().getName()[0].equals(CHILD)) {
            return new Factor(column.getName(), Form.VALUE);
        }
        throw new Untranslatable("factor");
    }

    private static boolean isNumber(Field<?> from, int wanted) {
        return from instanceof Param<?> literal
                && literal.getValue() instanceof Number number
                && new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(wanted)) == 0;
    }
}
