package dev.understudy.plan;

import dev.understudy.graph.SchemaGraph;
import dev.understudy.model.TableMode;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.TableName;
import dev.understudy.semantic.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run would do. Immutable; made by {@link Planner}.
 *
 * @param schema   the source, with the links and rules that the operator declared
 * @param graph    its links, in order
 * @param settings what the operator wants
 * @param tables   one per table with rows, parents before children
 * @param subjects where families start, most families first
 * @param meanings meanings that the operator gave
 * @param links    links that the operator declared
 * @param rules    rules that the operator declared
 * @param tried    texts that checks accept, for columns of tables without rows whose checks do not take just any text
 * @param scales   factors on the rows of single tables
 * @param warnings what could not be kept, or should be known
 */
public record Plan(
        Schema schema,
        SchemaGraph graph,
        PlanSettings settings,
        List<PlannedTable> tables,
        List<PlannedSubject> subjects,
        Map<ColumnName, Meaning> meanings,
        List<PlannedLink> links,
        List<PlannedRule> rules,
        Map<ColumnName, List<String>> tried,
        Map<TableName, Double> scales,
        List<Warning> warnings) {
    public Plan {
        tables = List.copyOf(tables);
        subjects = List.copyOf(subjects);
        meanings = Map.copyOf(meanings);
        links = List.copyOf(links);
        rules = List.copyOf(rules);
        tried = Map.copyOf(tried);
        scales = Map.copyOf(scales);
        warnings = List.copyOf(warnings);
    }

    /** The same plan with other warnings. */
    Plan with(List<Warning> others) {
        return new Plan(schema, graph, settings, tables, subjects, meanings, links, rules, tried, scales, others);
    }

    /** The same plan with the reasons of those warnings that are acknowledged. */
    public Plan acknowledged(List<Acknowledgement> known) {
        return with(Acknowledgement.apply(known, warnings));
    }

    /** Mode of every table with rows. */
    public Map<TableName, TableMode> modes() {
        Map<TableName, TableMode> modes = new LinkedHashMap<>();
        tables.forEach(table -> modes.put(table.name(), table.mode()));
        return modes;
    }

    public Optional<PlannedTable> table(TableName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** Tables of which labels or whole rows reach the target: nothing is kept silently. */
    public List<TableName> kept() {
        return tables.stream()
                .filter(table -> table.mode().keepsRows())
                .map(PlannedTable::name)
                .toList();
    }

    /** Objects of the source that the target must not have. */
    public List<SchemaObject> withheld() {
        return schema.objects().stream()
                .filter(object -> object.handling() != SchemaObject.Handling.CREATE)
                .toList();
    }
}
