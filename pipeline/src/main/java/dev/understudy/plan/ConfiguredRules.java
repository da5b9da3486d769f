package dev.understudy.plan;

import dev.understudy.graph.SchemaGraph;
import dev.understudy.model.TableMode;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Declarations;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.sql.rules.DeclaredRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operator's rules, as part of a schema beside what the database declares. */
public final class ConfiguredRules {
    private ConfiguredRules() {}

    /**
     * The same schema with the operator's rules.
     *
     * @throws UnderstudyException with {@code USAGE} for unknown names, and for what is no condition that can be kept
     */
    public static Schema added(Schema schema, List<String> texts) {
        return schema.with(DeclaredRules.read(schema, texts, new NamedColumns(schema)::column));
    }

    /** Like {@link #added}, but what {@code schema} knows already, from a model, is not said twice. */
    public static Schema addedWhereMissing(Schema schema, List<String> texts) {
        Declarations known = schema.declarations();
        Declarations told = added(schema, texts).declarations();
        List<String> knownTexts = Stream.concat(
                        known.rules().stream().map(DeclaredRule::text),
                        known.totals().stream().map(DeclaredTotal::text))
                .toList();
        List<DeclaredRule> rules = new ArrayList<>(known.rules());
        told.rules().stream().filter(rule -> !knownTexts.contains(rule.text())).forEach(rules::add);
        List<DeclaredTotal> totals = new ArrayList<>(known.totals());
        told.totals().stream()
                .filter(total -> !knownTexts.contains(total.text()))
                .forEach(totals::add);
        return schema.with(new Declarations(rules, totals));
    }

    /** Without totals over tables that are not made together with their parents. @param warnings are added */
    static Schema kept(Schema schema, SchemaGraph graph, Map<TableName, TableMode> modes, List<Warning> warnings) {
        List<DeclaredTotal> kept = new ArrayList<>();
        for (DeclaredTotal total : schema.declarations().totals()) {
            TableName child = total.link().child();
            TableName parent = total.link().parent();
            boolean learned = modes.get(child) == TableMode.SYNTHESIZE && modes.get(parent) == TableMode.SYNTHESIZE;
            boolean owned = graph.owningLink(child).filter(total.link()::equals).isPresent();
            if (learned && owned) {
                kept.add(total);
            } else {
                String reason = learned
                        ? "rows of %s are made with those of %s, not with their %s"
                                .formatted(
                                        child,
                                        graph.owningLink(child)
                                                .map(link -> link.parent().toString())
                                                .orElse("no other table"),
                                        parent)
                        : "one of its tables is not learned from rows";
                warnings.add(new Warning(
                        "rule-not-kept",
                        parent + "." + total.column(),
                        "is no total in the copy, because %s.".formatted(reason)));
            }
        }
        return schema.with(new Declarations(schema.declarations().rules(), kept));
    }
}
