package dev.understudy.found;

import dev.understudy.concurrent.Workers;
import dev.understudy.data.LinkSource;
import dev.understudy.found.Values.Comparable;
import dev.understudy.model.TableMode;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedTable;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks for what holds in the rows of a source though nobody declares it.
 *
 * <p>Cost: a sample of at most {@value #SAMPLED_ROWS} rows of each table whose rows are made anew, all rows of children of up to
 * {@value #TOTALLED_ROWS} rows that may make up a number of their parents, and for tables that the sample did not hold whole one
 * query over all rows, bounded by time.
 */
public final class FoundDependencies {
    private static final long SAMPLED_ROWS = 20_000;
    private static final long TOTALLED_ROWS = 100_000;
    /** Above this only the sample is looked at. */
    private static final long ASKED_ROWS = 5_000_000;

    private static final int MOST_SHOWN = 12;
    /** Some of what a sample lets suppose does not hold in all rows. */
    private static final int MOST_ASKED = 24;
    /** Of these there may be many, and they say least. */
    private static final int MOST_DETERMINED = 4;
    /** Learning keeps no more orders of one column, so that in a table of more nobody can say which. */
    private static final int MOST_LEARNED_ORDERS = 6;

    /** Once it is over, the rest of the tables is left out. */
    private static final Duration MOST_TIME = Duration.ofSeconds(3);

    private final Plan plan;
    private final Schema schema;
    private final LinkSource source;
    private final RuleNames names;
    private final long endNanos = System.nanoTime() + MOST_TIME.toNanos();
    private final Map<TableName, Sample> samples = new LinkedHashMap<>();
    /** Not looked at, or not at all of their children. */
    private final Set<TableName> unsearched = ConcurrentHashMap.newKeySet();

    private FoundDependencies(Plan plan, LinkSource source) {
        this.plan = plan;
        this.schema = plan.schema();
        this.source = source;
        this.names = new RuleNames(schema);
    }

    /** By table in the plan's order, the strongest of each first; at most {@value #MOST_SHOWN} for each table. */
    public static Found of(Plan plan, LinkSource source) {
        return new FoundDependencies(plan, source).find();
    }

    private Found find() {
        List<Table> read = plan.tables().stream()
                .filter(table -> table.mode().hasRows() && table.sourceRows() >= Candidate.FEWEST_ROWS)
                .map(table -> schema.table(table.name()).orElseThrow())
                .toList();
        List<Table> made = read.stream()
                .filter(table -> plan.modes().get(table.name()) == TableMode.SYNTHESIZE)
                .toList();
        Said said = new Said(schema);
        AskedSource asked = new AskedSource(schema, source, table -> rows(table) <= ASKED_ROWS);
        List<FoundDependency> found = new ArrayList<>();
        try (Workers workers = new Workers(source.readers(), "found")) {
            List<Sample> ofTables = workers.map(read.size(), t -> sample(read.get(t)));
            ofTables.forEach(sample -> samples.put(sample.table().name(), sample));
            List<List<Candidate>> candidates = workers.map(made.size(), t -> candidates(made.get(t)));
            // What is said already makes others follow from it.
            List<Candidate> left = Pruned.of(
                            candidates.stream().flatMap(List::stream).toList())
                    .stream()
                    .filter(candidate -> !said.is(candidate))
                    .toList();
            List<List<FoundDependency>> told = workers.map(
                    made.size(), t -> asked.about(strongest(left, made.get(t).name())));
            for (int t = 0; t < made.size(); t++) {
                long orders = candidates.get(t).stream()
                        .filter(one -> one.kind() == Kind.ORDER)
                        .count();
                found.addAll(sorted(told.get(t), orders <= MOST_LEARNED_ORDERS));
            }
        }
        return new Found(
                found,
                made.stream().map(Table::name).filter(unsearched::contains).toList());
    }

    private long rows(TableName table) {
        return plan.table(table).map(PlannedTable::sourceRows).orElse(0L);
    }

    private Sample sample(Table table) {
        return Sample.of(source, table, Sample.comparable(table), rows(table.name()), SAMPLED_ROWS);
    }

    private List<Candidate> candidates(Table table) {
        if (System.nanoTime() > endNanos) {
            unsearched.add(table.name());
            return List.of();
        }
        Sample sample = samples.get(table.name());
        Roles roles = new Roles(schema, table);
        List<Values> all = List.copyOf(sample.columns().values());
        List<Values> measures =
                all.stream().filter(values -> roles.isMeasure(values.column())).toList();
        List<Values> free =
                all.stream().filter(values -> !roles.isLinked(values.column())).toList();
        List<Values> shared = all.stream()
                .filter(values -> !roles.isKeyAlone(values.column()))
                .toList();
        List<Candidate> found = new ArrayList<>(Equalities.within(sample, free, names));
        found.addAll(Arithmetic.within(sample, numbers(measures), names));
        found.addAll(OneOf.within(sample, all, names));
        found.addAll(Orders.within(sample, measures, names));
        found.addAll(Determined.within(sample, shared, names));
        AcrossLinks across = new AcrossLinks(schema, names);
        for (ForeignKey link : schema.foreignKeysOf(table.name())) {
            Sample parents = samples.get(link.parent());
            if (parents != null && across.canFollow(link)) {
                found.addAll(across.of(link, sample, parents));
            }
        }
        for (ForeignKey link : schema.foreignKeysTo(table.name())) {
            if (across.canFollow(link) && isOwned(link)) {
                if (System.nanoTime() > endNanos) {
                    unsearched.add(table.name());
                } else {
                    found.addAll(totals(link, sample, measures));
                }
            }
        }
        return found;
    }

    private static List<Values> numbers(List<Values> values) {
        return values.stream()
                .filter(one -> one.comparable() == Comparable.NUMBER)
                .toList();
    }

    /** True for rows that are made with their parent's; only those make up a number of it. */
    private boolean isOwned(ForeignKey link) {
        return plan.modes().get(link.child()) == TableMode.SYNTHESIZE
                && plan.graph().owningLink(link.child()).filter(link::equals).isPresent();
    }

    private List<Candidate> totals(ForeignKey link, Sample parents, List<Values> measures) {
        Table child = schema.table(link.child()).orElseThrow();
        Sample children = samples.get(link.child());
        List<Values> goals =
                measures.stream().filter(values -> !values.constant()).toList();
        if (goals.isEmpty() || children == null || rows(link.child()) > TOTALLED_ROWS) {
            return List.of();
        }
        Roles roles = new Roles(schema, child);
        if (!children.whole()) {
            children = Sample.of(
                    source,
                    child,
                    Sample.comparable(child).stream()
                            .filter(column -> roles.isMeasure(column)
                                    || link.childColumns().contains(column.name()))
                            .toList(),
                    rows(link.child()),
                    TOTALLED_ROWS);
        }
        List<Values> parts = children.columns().values().stream()
                .filter(values ->
                        roles.isMeasure(values.column()) && values.comparable().isOrdered())
                .toList();
        return ChildTotals.of(link, parents, goals, children, parts, names);
    }

    private static List<Candidate> strongest(List<Candidate> left, TableName table) {
        List<Candidate> ofTable = left.stream()
                .filter(candidate -> candidate.table().equals(table))
                .sorted(Comparator.comparing(Candidate::kind)
                        .thenComparing(
                                Comparator.comparingDouble(Candidate::surprise).reversed()))
                .toList();
        List<Candidate> some = new ArrayList<>();
        int determined = 0;
        for (Candidate one : ofTable) {
            determined += one.kind() == Kind.DETERMINES ? 1 : 0;
            if (determined <= MOST_DETERMINED && some.size() < MOST_ASKED) {
                some.add(one);
            }
        }
        return some;
    }

    private static List<FoundDependency> sorted(List<FoundDependency> found, boolean ordersLearned) {
        return found.stream()
                .map(one -> one.kind() == Kind.ORDER && !ordersLearned ? one.unlearned() : one)
                .sorted(Comparator.comparing(FoundDependency::kind))
                .toList();
    }
}
