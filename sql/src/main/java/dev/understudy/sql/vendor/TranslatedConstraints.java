package dev.understudy.sql.vendor;

import dev.understudy.schema.Check;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.Table;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.crossvendor.Conditions;
import dev.understudy.sql.rules.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Constraints of a source in the words of a target, so that they can be asked for there whether the target declares them or
 * not.
 */
public final class TranslatedConstraints {
    private final Vendor source;
    private final Vendor target;
    private final boolean sameVendor;
    private final Conditions conditions;

    public TranslatedConstraints(Vendor source, Vendor target) {
        this.source = source;
        this.target = target;
        this.sameVendor = source == target;
        this.conditions = new Conditions(source, target);
    }

    /** Empty if the target cannot say it. */
    public Optional<Check> of(Table table, Check check) {
        return sameVendor
                ? Optional.of(check)
                : conditions
                        .condition(check.expression(), table)
                        .map(text -> new Check(check.name(), text, check.enforced(), ""));
    }

    /** Empty if the target cannot say it. */
    public Optional<DeclaredRule> of(DeclaredRule rule) {
        return sameVendor
                ? Optional.of(rule)
                : RuleText.between(source, target, rule.sql())
                        .map(sql -> new DeclaredRule(rule.text(), rule.table(), sql, rule.joined()));
    }

    /** Empty if the target cannot say the key's condition or one of its expressions. */
    public Optional<UniqueKey> of(Table table, UniqueKey key) {
        if (sameVendor || key.isPlain()) {
            return Optional.of(key);
        }
        Optional<String> predicate =
                key.predicate().isEmpty() ? Optional.of("") : conditions.condition(key.predicate(), table);
        List<String> expressions = new ArrayList<>();
        for (String expression : key.expressions()) {
            conditions.expression(expression, table).ifPresent(expressions::add);
        }
        return predicate.isEmpty() || expressions.size() < key.expressions().size()
                ? Optional.empty()
                : Optional.of(new UniqueKey(
                        key.name(),
                        key.columns(),
                        key.primary(),
                        key.nullsDistinct(),
                        predicate.get(),
                        expressions,
                        key.constraint(),
                        ""));
    }
}
