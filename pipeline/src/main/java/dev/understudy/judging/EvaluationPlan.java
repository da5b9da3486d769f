package dev.understudy.judging;

import dev.understudy.model.TableMode;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedTable;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is read to judge a planned run: tables, columns, audited subjects, and how many of their families.
 *
 * @param labelled columns whose labels the schema itself names
 */
public record EvaluationPlan(Plan plan, Set<ColumnName> labelled) {
    private static final int MOST_FAMILIES = 40_000;
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_SUBJECTS = 3;
    private static final int FEWEST_FAMILIES = 20;

    /** Per table with rows, parents first, the columns that hold values of their own. */
    public Map<TableName, List<Column>> columns() {
        Map<TableName, List<Column>> columns = new LinkedHashMap<>();
        Map<TableName, TableMode> modes = plan.modes();
        for (TableName name : plan.graph().order()) {
            if (modes.containsKey(name) && modes.get(name).isLearned()) {
                List<Column> read = plan.schema().table(name).orElseThrow().columns().stream()
                        .filter(column -> !column.filling().writesItself())
                        .toList();
                if (!read.isEmpty()) {
                    columns.put(name, read);
                }
            }
        }
        return columns;
    }

    public Map<TableName, Table> tables() {
        return plan.schema().tables().stream().collect(Collectors.toMap(Table::name, table -> table));
    }

    /** Tables whose rows or labels stand in the target on purpose. */
    public Set<TableName> copied() {
        return new LinkedHashSet<>(plan.kept());
    }

    /**
     * Tables whose families are audited: those that the operator chose; else those with personal data or with children,
     * most families first, at most three.
     */
    public List<TableName> subjects(Map<TableName, List<Column>> columns) {
        Set<TableName> kept = copied();
        List<TableName> main = plan.graph().mainSubjects().stream()
                .filter(name -> columns.containsKey(name) && !kept.contains(name) && rows(name) >= FEWEST_FAMILIES)
                .sorted(Comparator.comparingLong(name -> -rows(name)))
                .toList();
        if (!plan.settings().subjects().isEmpty()) {
            Set<TableName> chosen = plan.settings().subjects().isEmpty() ? Set.of() : chosen();
            List<TableName> wanted = main.stream().filter(chosen::contains).toList();
            if (!wanted.isEmpty()) {
                return wanted;
            }
        }
        return main.stream().limit(MOST_SUBJECTS).toList();
    }

    private Set<TableName> chosen() {
        return plan.graph().subjects().stream()
                .filter(name -> plan.settings().subjects().stream()
                        .anyMatch(pattern ->
                                pattern.equalsIgnoreCase(name.name()) || pattern.equalsIgnoreCase(name.toString())))
                .collect(Collectors.toSet());
    }

    private long rows(TableName name) {
        return plan.table(name).map(PlannedTable::sourceRows).orElse(0L);
    }

    /** Per subject, the share of its families that keeps the largest of its tables within the budget. */
    public Map<TableName, Double> shares() {
        Map<TableName, Double> shares = new LinkedHashMap<>();
        for (PlannedTable table : plan.tables()) {
            if (table.sourceRows() <= 0 || table.mode().keepsRows()) {
                continue;
            }
            TableName subject = plan.graph().subjectOf(table.name());
            double most = table.name().equals(subject) ? MOST_FAMILIES : MOST_ROWS;
            double share = Math.min(1, most / table.sourceRows());
            shares.merge(subject, share, Math::min);
        }
        shares.values().removeIf(share -> share >= 1);
        return shares;
    }
}
