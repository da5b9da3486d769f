package dev.understudy.plan;

import dev.understudy.data.LinkSource;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What the rows of the source say of links and rules that only the operator declares. Nobody enforces them there, so rows may
 * break them.
 */
final class ConfiguredEvidence {
    private final Schema schema;
    private final LinkSource source;
    private final ProbedSource probed;
    private final List<PlannedLink> links = new ArrayList<>();
    private final List<PlannedRule> rules = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private ConfiguredEvidence(Schema schema, LinkSource source, ProbedSource probed) {
        this.schema = schema;
        this.source = source;
        this.probed = probed;
    }

    /**
     * Asks the source. Cost: one counting query for each link and rule.
     *
     * @param schema with what the operator declares
     * @param k      families that share a label
     */
    static ConfiguredEvidence of(Schema schema, LinkSource source, ProbedSource probed, int k) {
        ConfiguredEvidence evidence = new ConfiguredEvidence(schema, source, probed);
        evidence.followLinks(k);
        evidence.askForRules();
        return evidence;
    }

    List<PlannedLink> links() {
        return links;
    }

    List<PlannedRule> rules() {
        return rules;
    }

    List<Warning> warnings() {
        return warnings;
    }

    private void followLinks(int k) {
        List<ForeignKey> typed = new ArrayList<>();
        for (ForeignKey link : schema.foreignKeys()) {
            if (!link.isConfigured()) {
                continue;
            }
            boolean isRead = probed.links().containsKey(link);
            long rows = isRead ? probed.table(link.child()).rows() : -1;
            PlannedLink planned = new PlannedLink(link, rows, rows > 0 ? source.orphans(link) : rows);
            links.add(planned);
            if (planned.orphans() > 0) {
                warnings.add(orphans(planned));
            }
            if (isRead && link.isTyped()) {
                typed.add(link);
            }
        }
        warnings.addAll(new UnknownTypes(source, k).warnings(schema, typed));
    }

    private void askForRules() {
        for (DeclaredRule rule : schema.declarations().rules()) {
            List<TableName> tables = new ArrayList<>(List.of(rule.table()));
            rule.joined().forEach(joined -> tables.add(joined.link().parent()));
            askFor(rule.text(), tables, () -> source.broken(rule));
        }
        for (DeclaredTotal total : schema.declarations().totals()) {
            TableName parent = total.link().parent();
            ColumnType type = schema.table(parent)
                    .flatMap(table -> table.column(total.column()))
                    .orElseThrow()
                    .type();
            askFor(total.text(), List.of(parent, total.link().child()), () -> source.broken(total, type));
        }
    }

    /** @param tables that the rule looks at, first the one whose rows must meet it */
    private void askFor(String rule, List<TableName> tables, LongSupplier broken) {
        long rows =
                probed.read().containsAll(tables) ? probed.table(tables.get(0)).rows() : -1;
        PlannedRule planned = new PlannedRule(rule, tables.get(0), rows, rows > 0 ? broken.getAsLong() : rows);
        rules.add(planned);
        if (planned.broken() > 0) {
            warnings.add(new Warning(
                    "rule-broken",
                    rule,
                    "%.1f %% of the rows of %s (%,d) break it in the source; new rows keep it."
                            .formatted(100.0 * planned.broken() / rows, planned.table(), planned.broken())));
        }
    }

    private static Warning orphans(PlannedLink planned) {
        ForeignKey link = planned.link();
        return new Warning(
                "orphan-rows",
                link.child() + "." + String.join(", ", link.childColumns()),
                "%.1f %% of the rows (%,d) point at no row of %s; new rows like them %s."
                        .formatted(
                                100 * planned.orphanShare(),
                                planned.orphans(),
                                link.parent(),
                                link.optional() ? "point nowhere" : "get a parent, because the link takes no null"));
    }
}
