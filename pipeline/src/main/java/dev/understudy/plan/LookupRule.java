package dev.understudy.plan;

import dev.understudy.graph.LinkFacts;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.semantic.Meaning;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells lists of labels (country, status, genre) from tables of things.
 *
 * <p>A lookup table has at most 1,000 rows, others refer to it, it refers to no table but other lookups, and it holds
 * labels: no measure, nothing personal, no texts. Its rows are used again and again, three times each on
 * average; places are labels even when they are not, as most cities have one address.
 */
final class LookupRule {
    private static final long MOST_ROWS = 1_000;
    private static final double FEWEST_USES = 3;
    private static final Set<Meaning> PLACES =
            Set.of(Meaning.CITY, Meaning.STATE, Meaning.STATE_CODE, Meaning.COUNTRY, Meaning.COUNTRY_CODE);
    private static final Set<Meaning> NO_LABELS = Set.of(Meaning.FREE_TEXT, Meaning.JSON, Meaning.XML);
    private static final Set<TypeFamily> MEASURES = Set.of(TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.REAL);

    private final Schema schema;
    private final Map<TableName, ProbedTable> probed;
    private final Map<ForeignKey, LinkFacts> links;
    private final Map<TableName, Boolean> decided = new HashMap<>();

    LookupRule(Schema schema, Map<TableName, ProbedTable> probed, Map<ForeignKey, LinkFacts> links) {
        this.schema = schema;
        this.probed = probed;
        this.links = links;
    }

    boolean holds(Table table) {
        Boolean known = decided.get(table.name());
        if (known != null) {
            return known;
        }
        // Whoever comes back here over a ring refers to something that is not decided yet: no list of labels.
        decided.put(table.name(), false);
        boolean holds = holdsLabels(table) && isUsed(table) && refersToLookupsOnly(table);
        decided.put(table.name(), holds);
        return holds;
    }

    private boolean holdsLabels(Table table) {
        ProbedTable facts = probed.getOrDefault(table.name(), ProbedTable.NOT_READ);
        if (facts.rows() == 0 || facts.rows() > MOST_ROWS || facts.personal() || facts.means(NO_LABELS)) {
            return false;
        }
        Set<String> numbering = new HashSet<>();
        table.keys().forEach(key -> numbering.addAll(key.columns()));
        schema.foreignKeysOf(table.name()).forEach(link -> numbering.addAll(link.childColumns()));
        boolean label = false;
        for (Column column : table.columns()) {
            boolean counts = numbering.contains(column.name());
            if (MEASURES.contains(column.type().family()) && !counts) {
                return false;
            }
            label |= column.type().family() == TypeFamily.TEXT || column.type().family() == TypeFamily.ENUM;
        }
        return label;
    }

    private boolean isUsed(Table table) {
        ProbedTable facts = probed.get(table.name());
        double uses = 0;
        for (ForeignKey link : schema.foreignKeysTo(table.name())) {
            ProbedTable child = probed.get(link.child());
            if (!link.isSelfReference() && child != null) {
                uses += child.rows()
                        * (1 - links.getOrDefault(link, LinkFacts.UNKNOWN).nullShare());
            }
        }
        return uses >= FEWEST_USES * facts.rows() || uses > 0 && facts.means(PLACES);
    }

    private boolean refersToLookupsOnly(Table table) {
        for (ForeignKey link : schema.foreignKeysOf(table.name())) {
            boolean inside = link.isSelfReference()
                    || schema.table(link.parent()).filter(this::holds).isPresent();
            if (!inside) {
                return false;
            }
        }
        return true;
    }
}
