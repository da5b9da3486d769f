package dev.understudy.sql.rules;

import dev.understudy.schema.Check;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Reads conditions from the text in which a database prints or takes them. */
public final class RuleText {
    static {
        // Both go to standard output, where results of the program belong.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private RuleText() {}

    /** The condition of a check; empty if it holds something that we cannot evaluate. About a millisecond. */
    public static Optional<Condition> parse(Vendor vendor, Table table, Check check) {
        return parse(vendor, table, check.expression());
    }

    /** The same for a condition that has no name yet. @param text in the vendor's language, over columns of the table */
    public static Optional<Condition> parse(Vendor vendor, Table table, String text) {
        try {
            org.jooq.Condition parsed =
                    DSL.using(dialect(vendor)).parser().parseCondition(VendorText.plain(vendor, table, text));
            return Optional.of(new ConditionTranslator(vendor, new RowScope(table)).condition(parsed));
        } catch (DataAccessException | Untranslatable e) {
            return Optional.empty();
        }
    }

    /** A condition that the operator declares; empty if it holds something that we cannot evaluate. */
    static Optional<Condition> parse(Schema schema, DeclaredRule rule) {
        try {
            org.jooq.Condition parsed =
                    DSL.using(dialect(schema.vendor())).parser().parseCondition(rule.sql());
            Condition condition = new ConditionTranslator(schema.vendor(), RowScope.of(schema, rule)).condition(parsed);
            // Not every vendor takes a number for a truth.
            boolean number = parsed instanceof QOM.FieldCondition
                    && condition instanceof Condition.Comparison compared
                    && compared.comparator() == Comparator.UNEQUAL;
            return number ? Optional.empty() : Optional.of(condition);
        } catch (DataAccessException | Untranslatable e) {
            return Optional.empty();
        }
    }

    /** A value that rows of the table have; empty if it holds something that we cannot evaluate. */
    static Optional<Expression> expression(Vendor vendor, Table table, String text) {
        try {
            RowScope scope = new RowScope(table);
            ExpressionTranslator expressions =
                    new ExpressionTranslator(vendor, scope, new ConditionTranslator(vendor, scope));
            return Optional.of(expressions.of(field(vendor, table, text)).expression());
        } catch (DataAccessException | Untranslatable e) {
            return Optional.empty();
        }
    }

    static org.jooq.Field<?> field(Vendor vendor, Table table, String text) {
        return DSL.using(dialect(vendor)).parser().parseField(VendorText.plain(vendor, table, text));
    }

    /** All checks of a table that can be evaluated, under their names. */
    public static List<Rule> rules(Vendor vendor, Table table) {
        List<Rule> rules = new ArrayList<>();
        for (Check check : table.checks()) {
            parse(vendor, table, check).ifPresent(condition -> rules.add(new Rule(check.name(), condition)));
        }
        return List.copyOf(rules);
    }

    /** Rules that the operator declares for a table. */
    public static List<Rule> declared(Schema schema, TableName table) {
        List<Rule> rules = new ArrayList<>();
        for (DeclaredRule declared : schema.declarations().rules()) {
            if (declared.table().equals(table)) {
                parse(schema, declared).ifPresent(condition -> rules.add(new Rule(declared.text(), condition)));
            }
        }
        return List.copyOf(rules);
    }

    /** A condition in the words of another vendor, names in quotes as they are; empty if it cannot be said there. */
    public static Optional<String> between(Vendor from, Vendor to, String condition) {
        try {
            org.jooq.Condition parsed = DSL.using(dialect(from)).parser().parseCondition(condition);
            return Optional.of(DSL.using(dialect(to)).renderInlined(parsed));
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    static SQLDialect dialect(Vendor vendor) {
        return switch (vendor) {
            case POSTGRESQL -> SQLDialect.POSTGRES;
            case MARIADB -> SQLDialect.MARIADB;
            case H2 -> SQLDialect.H2;
            case SQLITE -> SQLDialect.SQLITE;
            case GENERIC -> SQLDialect.DEFAULT;
        };
    }
}
