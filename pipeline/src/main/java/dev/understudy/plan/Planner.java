package dev.understudy.plan;

import dev.understudy.data.LinkSource;
import dev.understudy.graph.GraphFacts;
import dev.understudy.graph.LinkFacts;
import dev.understudy.graph.Ring;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.graph.TableFacts;
import dev.understudy.model.TableMode;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.semantic.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Decides what a run does with every table. The same planner stands behind {@code plan}, {@code learn} and {@code clone}. */
public final class Planner {
    /** Trials of the rows of filled tables: what one finds out may cost other tables rows. */
    private static final int TRIALS = 5;

    private final Schema schema;
    private final PlanSettings settings;
    private final ChosenTables chosen;
    private final ProbedSource probed;
    private final ConfiguredEvidence configured;
    private final List<Warning> warnings;
    private final Judge judge;
    private final FillTrial trial;

    private Planner(
            Schema schema,
            PlanSettings settings,
            ChosenTables chosen,
            ProbedSource probed,
            ConfiguredEvidence configured,
            Judge judge,
            FillTrial trial) {
        this.schema = schema;
        this.settings = settings;
        this.chosen = chosen;
        this.probed = probed.withOrphans(configured.links());
        this.configured = configured;
        this.warnings = new ArrayList<>(configured.warnings());
        this.judge = judge;
        this.trial = trial;
    }

    /**
     * Probes the source and plans. Cost: a count and a sample of at most 2,000 rows per table, the link columns of at most
     * 100,000 rows.
     *
     * @param judge the source, asked about checks that are not understood
     * @throws dev.understudy.problem.UnderstudyException with {@code USAGE} for a wish that fits no table or column
     */
    public static Plan plan(Schema schema, LinkSource source, PlanSettings settings, Judge judge) {
        return plan(schema, source, settings, judge, FillTrial.NONE);
    }

    /**
     * Plans and makes the rows of tables that have none to learn from once, so that what no constraint lets through is known.
     *
     * @param trial asked at most {@value #TRIALS} times
     */
    public static Plan plan(Schema schema, LinkSource source, PlanSettings settings, Judge judge, FillTrial trial) {
        return plan(schema, source, settings, judge, trial, (linked, table) -> true);
    }

    /**
     * Plans what is to be learned, without a look at what strings mean where nothing hangs on it: in tables that no link connects
     * with others. Their columns are not told.
     */
    public static Plan planToLearn(
            Schema schema, LinkSource source, PlanSettings settings, Judge judge, FillTrial trial) {
        return plan(
                schema,
                source,
                settings,
                judge,
                trial,
                (linked, table) -> !linked.foreignKeysOf(table).isEmpty()
                        || !linked.foreignKeysTo(table).isEmpty());
    }

    /** @param meant of which tables, with all links, it is to be told what their strings mean */
    private static Plan plan(
            Schema schema,
            LinkSource source,
            PlanSettings settings,
            Judge judge,
            FillTrial trial,
            BiPredicate<Schema, TableName> meant) {
        Schema linked = ConfiguredLinks.added(schema, settings.links());
        Schema whole = ConfiguredRules.added(linked, settings.rules());
        ChosenTables chosen = ChosenTables.of(whole, settings);
        Map<ColumnName, Meaning> meanings = ChosenColumns.of(schema, settings.columns());
        DeclaredTexts.of(schema, settings.columns());
        Probe probe = new Probe(source, meanings, settings.k(), table -> meant.test(linked, table));
        ProbedSource probed = ProbedSource.of(whole, chosen.read(whole), probe, source.readers());
        ConfiguredEvidence configured = ConfiguredEvidence.of(whole, source, probed, settings.k());
        return new Planner(whole, settings, chosen, probed, configured, judge, trial).decide(meanings);
    }

    private Plan decide(Map<ColumnName, Meaning> meanings) {
        LookupRule lookups = new LookupRule(schema, probed.tables(), probed.links());
        Map<TableName, TableMode> modes = new LinkedHashMap<>();
        schema.rowTables().forEach(table -> modes.put(table.name(), mode(table, lookups)));
        Map<TableName, Long> wanted = wanted(modes);
        UnreadChecks unread = UnreadChecks.of(schema, modes, wanted, meanings, judge);
        warnings.addAll(unread.warnings());
        Map<String, String> emptied = new LinkedHashMap<>();
        unread.emptied().forEach(name -> emptied.put(name, "no row passes a check"));
        warnings.addAll(emptied(modes, emptied));
        TriedRows tried = new TriedRows(schema, wanted);
        for (int trials = 0; ; trials++) {
            Plan plan = plan(meanings, modes, tried, unread, emptied);
            if (trials == TRIALS || !tried.isShort(plan, trial, modes)) {
                return tried.told(plan);
            }
            modes.forEach((name, mode) -> {
                if (tried.isBarren(name)) {
                    emptied.put(name.toString(), "no row meets its constraints");
                }
            });
            warnings.addAll(emptied(modes, emptied));
        }
    }

    private Plan plan(
            Map<ColumnName, Meaning> meanings,
            Map<TableName, TableMode> modes,
            TriedRows tried,
            UnreadChecks unread,
            Map<String, String> emptied) {
        List<Warning> told = new ArrayList<>(warnings);
        SchemaGraph graph = SchemaGraph.of(schema, facts(modes), chosen.subjects());
        Map<TableName, Long> rows = RowEstimate.of(graph, modes, probed.tables(), settings.scale(), chosen.scales());
        rows.putAll(FilledRows.of(schema, graph, tried.possible(modes), unread.tried(), rows, told));
        List<PlannedTable> tables = new ArrayList<>();
        for (TableName name : graph.order()) {
            TableMode mode = modes.get(name);
            tables.add(new PlannedTable(
                    name,
                    mode,
                    emptied.getOrDefault(name.toString(), reason(name, mode, rows.get(name))),
                    chosen.mode(name) == RowMode.SKIP || chosen.mode(name) == RowMode.EMPTY
                            ? -1
                            : probed.table(name).rows(),
                    rows.get(name),
                    graph.subjectOf(name),
                    graph.owningLink(name).map(ForeignKey::name).orElse(""),
                    probed.table(name).columns()));
        }
        graph.rings().forEach(ring -> warnOfRing(ring, told));
        return new Plan(
                ConfiguredRules.kept(schema, graph, modes, told),
                graph,
                settings,
                tables,
                subjects(graph, modes),
                meanings,
                configured.links(),
                configured.rules(),
                unread.tried(),
                chosen.scales(),
                told);
    }

    /** Takes along tables that need rows of an empty one. @param reasons are added */
    private List<Warning> emptied(Map<TableName, TableMode> modes, Map<String, String> reasons) {
        List<Warning> emptied = EmptiedTables.apply(schema, modes);
        emptied.forEach(warning -> reasons.put(warning.object(), "needs rows of an empty table"));
        return emptied;
    }

    private TableMode mode(Table table, LookupRule lookups) {
        return switch (chosen.mode(table.name())) {
            case SYNTHESIZE -> TableMode.SYNTHESIZE;
            case COPY -> TableMode.COPY;
            case EMPTY -> TableMode.EMPTY;
            case SKIP -> TableMode.SKIP;
            case AUTO -> lookups.holds(table) ? TableMode.LOOKUP : TableMode.SYNTHESIZE;
        };
    }

    /** Sets tables that have no rows, and are to get some, to {@link TableMode#FILL}. @return how many each */
    private Map<TableName, Long> wanted(Map<TableName, TableMode> modes) {
        Map<TableName, Long> wanted = new LinkedHashMap<>();
        for (Table table : schema.rowTables()) {
            TableName name = table.name();
            long rows = chosen.rows().getOrDefault(name, settings.rowsPerEmptyTable());
            boolean empty = modes.get(name) == TableMode.SYNTHESIZE
                    && probed.table(name).rows() == 0;
            if (empty && rows > 0) {
                modes.put(name, TableMode.FILL);
                wanted.put(name, rows);
            } else if (!empty && chosen.rows().containsKey(name)) {
                warnings.add(new Warning(
                        "rows-not-used",
                        name.toString(),
                        "takes no notice of tables.%s.rows, which is for tables without rows in the source; use scale."
                                .formatted(name.name())));
            }
        }
        return wanted;
    }

    private String reason(TableName table, TableMode mode, long rows) {
        if (mode == TableMode.FILL) {
            return "empty in the source: %,d rows from types and constraints".formatted(rows);
        }
        if (chosen.mode(table) != RowMode.AUTO) {
            return "configuration";
        }
        if (mode == TableMode.LOOKUP) {
            return "lookup: labels that %d families reference stay".formatted(settings.k());
        }
        return probed.table(table).rows() == 0 ? "empty in the source" : "";
    }

    private GraphFacts facts(Map<TableName, TableMode> modes) {
        Map<TableName, TableFacts> tables = new HashMap<>();
        probed.tables()
                .forEach((name, facts) -> tables.put(
                        name,
                        new TableFacts(
                                modes.get(name).hasRows() ? facts.rows() : 0,
                                modes.get(name) == TableMode.LOOKUP,
                                facts.personal(),
                                modes.get(name) == TableMode.COPY || modes.get(name) == TableMode.FILL)));
        Map<String, LinkFacts> byKey = new HashMap<>();
        probed.links().forEach((link, facts) -> byKey.put(GraphFacts.keyOf(link), facts));
        return new GraphFacts(tables, byKey);
    }

    private static void warnOfRing(Ring ring, List<Warning> told) {
        if (ring.required()) {
            String tables = ring.tables().stream().map(TableName::toString).collect(Collectors.joining(", "));
            told.add(new Warning(
                    "required-ring",
                    tables,
                    "need each other at once; the link %s is added after the rows, or paused while they load."
                            .formatted(ring.broken().get(0).name())));
        }
    }

    private List<PlannedSubject> subjects(SchemaGraph graph, Map<TableName, TableMode> modes) {
        List<PlannedSubject> subjects = new ArrayList<>();
        for (TableName subject : graph.mainSubjects()) {
            if (modes.get(subject) != TableMode.SYNTHESIZE) {
                continue;
            }
            long families = probed.table(subject).rows();
            List<TableName> members = graph.order().stream()
                    .filter(table -> !table.equals(subject)
                            && graph.subjectOf(table).equals(subject)
                            && modes.get(table).hasRows())
                    .toList();
            subjects.add(new PlannedSubject(subject, families, members, PlannedSubject.detail(families, settings.k())));
        }
        subjects.sort(
                Comparator.comparingLong(PlannedSubject::families).reversed().thenComparing(PlannedSubject::table));
        return subjects;
    }
}
