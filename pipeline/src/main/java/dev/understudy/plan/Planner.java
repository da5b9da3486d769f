package dev.understudy.plan;

import dev.understudy.concurrent.Workers;
import dev.understudy.data.LinkSource;
import dev.understudy.graph.GraphFacts;
import dev.understudy.graph.LinkFacts;
import dev.understudy.graph.Ring;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.graph.TableFacts;
import dev.understudy.model.TableMode;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredTotal;
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
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides what a run does with every table. The same planner stands behind {@code plan}, {@code learn} and {@code clone}. */
public final class Planner {
    /** Trials of the rows of filled tables: what one finds out may cost other tables rows. */
    private static final int TRIALS = 5;

    private final Schema schema;
    private final PlanSettings settings;
    private final ChosenTables chosen;
    private final Map<TableName, ProbedTable> probed = new LinkedHashMap<>();
    private final Map<ForeignKey, LinkFacts> links = new LinkedHashMap<>();
    private final List<PlannedLink> configured = new ArrayList<>();
    private final List<PlannedRule> rules = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final Judge judge;
    private final FillTrial trial;

    private Planner(Schema schema, PlanSettings settings, Judge judge, FillTrial trial) {
        this.schema = schema;
        this.settings = settings;
        this.judge = judge;
        this.trial = trial;
        this.chosen = ChosenTables.of(schema, settings);
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
        return plan(schema, source, settings, judge, trial, table -> true);
    }

    /**
     * Plans what is to be learned, without a look at what strings mean where nothing hangs on it: in tables that no link connects
     * with others. Their columns are not told.
     */
    public static Plan planToLearn(
            Schema schema, LinkSource source, PlanSettings settings, Judge judge, FillTrial trial) {
        Schema linked = ConfiguredLinks.added(schema, settings.links());
        return plan(
                schema,
                source,
                settings,
                judge,
                trial,
                table -> !linked.foreignKeysOf(table).isEmpty()
                        || !linked.foreignKeysTo(table).isEmpty());
    }

    private static Plan plan(
            Schema schema,
            LinkSource source,
            PlanSettings settings,
            Judge judge,
            FillTrial trial,
            Predicate<TableName> meant) {
        Schema linked = ConfiguredLinks.added(schema, settings.links());
        Planner planner = new Planner(ConfiguredRules.added(linked, settings.rules()), settings, judge, trial);
        Map<ColumnName, Meaning> meanings = ChosenColumns.of(schema, settings.columns());
        DeclaredTexts.of(schema, settings.columns());
        planner.probe(new Probe(source, meanings, settings.k(), meant), source.readers());
        planner.followConfiguredLinks(source);
        planner.askForRules(source);
        return planner.decide(meanings);
    }

    private void probe(Probe probe, int readers) {
        Map<TableName, Table> read =
                chosen.read(schema).stream().collect(Collectors.toMap(Table::name, table -> table));
        List<Table> tables = schema.rowTables();
        List<ForeignKey> between = schema.foreignKeys().stream()
                .filter(link -> read.containsKey(link.child()) && read.containsKey(link.parent()))
                .toList();
        try (Workers workers = new Workers(readers, "probe")) {
            List<ProbedTable> ofTables = workers.map(
                    tables.size(),
                    t -> read.containsKey(tables.get(t).name()) ? probe.table(tables.get(t)) : ProbedTable.NOT_READ);
            for (int t = 0; t < tables.size(); t++) {
                probed.put(tables.get(t).name(), ofTables.get(t));
            }
            List<LinkFacts> ofLinks = workers.map(between.size(), l -> {
                ForeignKey link = between.get(l);
                Table child = read.get(link.child());
                return probe.link(
                        child, link, probed.get(link.child()).rows(), ListedParents.areOf(schema, child, link));
            });
            for (int l = 0; l < between.size(); l++) {
                links.put(between.get(l), ofLinks.get(l));
            }
        }
    }

    /** Nobody enforces the operator's links in the source, so rows may break them. */
    private void followConfiguredLinks(LinkSource source) {
        List<ForeignKey> typed = new ArrayList<>();
        for (ForeignKey link : schema.foreignKeys()) {
            if (!link.isConfigured()) {
                continue;
            }
            boolean isRead = links.containsKey(link);
            long rows = isRead ? probed.get(link.child()).rows() : -1;
            PlannedLink planned = new PlannedLink(link, rows, rows > 0 ? source.orphans(link) : rows);
            configured.add(planned);
            links.computeIfPresent(
                    link, (same, facts) -> facts.withNullShare(Math.min(1, facts.nullShare() + planned.orphanShare())));
            if (planned.orphans() > 0) {
                warnings.add(orphans(planned));
            }
            if (isRead && link.isTyped()) {
                typed.add(link);
            }
        }
        warnings.addAll(new UnknownTypes(source, settings.k()).warnings(schema, typed));
    }

    /** Nobody enforces the operator's rules in the source either. */
    private void askForRules(LinkSource source) {
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
        List<TableName> read = chosen.read(schema).stream().map(Table::name).toList();
        boolean isRead = read.containsAll(tables);
        long rows = isRead ? probed.get(tables.get(0)).rows() : -1;
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

    private Plan decide(Map<ColumnName, Meaning> meanings) {
        LookupRule lookups = new LookupRule(schema, probed, links);
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
        Map<TableName, Long> rows = RowEstimate.of(graph, modes, probed, settings.scale(), chosen.scales());
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
                            : probed.get(name).rows(),
                    rows.get(name),
                    graph.subjectOf(name),
                    graph.owningLink(name).map(ForeignKey::name).orElse(""),
                    probed.get(name).columns()));
        }
        graph.rings().forEach(ring -> warnOfRing(ring, told));
        return new Plan(
                ConfiguredRules.kept(schema, graph, modes, told),
                graph,
                settings,
                tables,
                subjects(graph, modes),
                meanings,
                configured,
                rules,
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
            boolean empty =
                    modes.get(name) == TableMode.SYNTHESIZE && probed.get(name).rows() == 0;
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
        return probed.get(table).rows() == 0 ? "empty in the source" : "";
    }

    private GraphFacts facts(Map<TableName, TableMode> modes) {
        Map<TableName, TableFacts> tables = new HashMap<>();
        probed.forEach((name, facts) -> tables.put(
                name,
                new TableFacts(
                        modes.get(name).hasRows() ? facts.rows() : 0,
                        modes.get(name) == TableMode.LOOKUP,
                        facts.personal(),
                        modes.get(name) == TableMode.COPY || modes.get(name) == TableMode.FILL)));
        Map<String, LinkFacts> byKey = new HashMap<>();
        links.forEach((link, facts) -> byKey.put(GraphFacts.keyOf(link), facts));
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
            long families = probed.get(subject).rows();
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
