package dev.understudy.judging;

import dev.understudy.model.TableMode;
import dev.understudy.plan.NearestName;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedTable;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.report.JudgeSettings;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
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

    /** Tables whose rows stand in the target on purpose. */
    public Set<TableName> copied() {
        return inMode(TableMode.COPY);
    }

    /** Tables whose labels stand in the target on purpose, as far as k families refer to them. */
    public Set<TableName> lookups() {
        return inMode(TableMode.LOOKUP);
    }

    private Set<TableName> inMode(TableMode mode) {
        return plan.tables().stream()
                .filter(table -> table.mode() == mode)
                .map(PlannedTable::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Tables whose families are audited: those that the operator chose; else those with personal data or with children,
     * most families first, at most three.
     */
    public List<TableName> subjects(Map<TableName, List<Column>> columns) {
        Set<TableName> kept = new LinkedHashSet<>(plan.kept());
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

    /**
     * Refuses names that mean nothing here, which would be left out in silence.
     *
     * @throws UnderstudyException for a column of {@code privacy.sensitive} or {@code privacy.groups} that no audited subject
     *     has, and for one of {@code utility.targets} that there is not
     */
    public void refuseUnknown(JudgeSettings settings) {
        Map<TableName, List<Column>> columns = columns();
        List<TableName> subjects = subjects(columns);
        List<String> ofSubjects = subjects.stream()
                .flatMap(subject -> columns.get(subject).stream())
                .map(Column::name)
                .toList();
        String where = subjects.stream().map(TableName::name).collect(Collectors.joining(", "));
        settings.sensitive().forEach(name -> known("privacy.sensitive", name, ofSubjects, where));
        settings.groups().forEach(name -> known("privacy.groups", name, ofSubjects, where));
        List<String> all = new ArrayList<>();
        columns.forEach((table, read) -> read.forEach(column -> {
            all.add(table.name() + "." + column.name());
            all.add(table + "." + column.name());
        }));
        settings.targets().forEach(name -> known("utility.targets", name, all, "the source"));
    }

    private static void known(String key, String name, List<String> names, String where) {
        if (names.stream().noneMatch(name::equalsIgnoreCase)) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "%s: %s is no column of %s%s"
                            .formatted(
                                    key,
                                    name,
                                    where.isEmpty() ? "an audited table" : where,
                                    NearestName.of(name, names)
                                            .map(near -> "; did you mean " + near + "?")
                                            .orElse(".")));
        }
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
