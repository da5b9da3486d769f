package dev.understudy.plan;

import dev.understudy.concurrent.Workers;
import dev.understudy.graph.LinkFacts;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a look at the source found.
 *
 * @param tables all that may have rows, in the order of the schema; those that are not to be read are
 *               {@link ProbedTable#NOT_READ}
 * @param links  between tables that were read, in the order of the schema
 * @param read   tables that were read
 */
record ProbedSource(Map<TableName, ProbedTable> tables, Map<ForeignKey, LinkFacts> links, Set<TableName> read) {

    /**
     * Looks at tables, and then at the links between them.
     *
     * @param chosen  tables that are to be read
     * @param readers how many are looked at side by side
     */
    static ProbedSource of(Schema schema, List<Table> chosen, Probe probe, int readers) {
        Map<TableName, Table> read = chosen.stream().collect(Collectors.toMap(Table::name, table -> table));
        List<Table> tables = schema.rowTables();
        List<ForeignKey> between = schema.foreignKeys().stream()
                .filter(link -> read.containsKey(link.child()) && read.containsKey(link.parent()))
                .toList();
        Map<TableName, ProbedTable> ofTables = new LinkedHashMap<>();
        Map<ForeignKey, LinkFacts> ofLinks = new LinkedHashMap<>();
        try (Workers workers = new Workers(readers, "probe")) {
            List<ProbedTable> found = workers.map(
                    tables.size(),
                    t -> read.containsKey(tables.get(t).name()) ? probe.table(tables.get(t)) : ProbedTable.NOT_READ);
            for (int t = 0; t < tables.size(); t++) {
                ofTables.put(tables.get(t).name(), found.get(t));
            }
            List<LinkFacts> facts = workers.map(between.size(), l -> {
                ForeignKey link = between.get(l);
                Table child = read.get(link.child());
                return probe.link(
                        child, link, ofTables.get(link.child()).rows(), ListedParents.areOf(schema, child, link));
            });
            for (int l = 0; l < between.size(); l++) {
                ofLinks.put(between.get(l), facts.get(l));
            }
        }
        return new ProbedSource(ofTables, ofLinks, read.keySet());
    }

    ProbedTable table(TableName name) {
        return tables.get(name);
    }

    /** The same, with rows that point at nothing counted as rows that point nowhere. */
    ProbedSource withOrphans(List<PlannedLink> planned) {
        Map<ForeignKey, LinkFacts> facts = new LinkedHashMap<>(links);
        for (PlannedLink one : planned) {
            facts.computeIfPresent(
                    one.link(),
                    (link, known) -> known.withNullShare(Math.min(1, known.nullShare() + one.orphanShare())));
        }
        return new ProbedSource(tables, facts, read);
    }
}
