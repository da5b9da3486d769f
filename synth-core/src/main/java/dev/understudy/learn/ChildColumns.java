package dev.understudy.learn;

import dev.understudy.model.Base;
import dev.understudy.model.FanOut;
import dev.understudy.model.Feature;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.model.Total;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a table's cascade says of the rows that point at each of its rows: when children begin and end, how many there are, and
 * how often others point at it.
 */
final class ChildColumns {
    /** Years or other regular steps between two children, and how many of them there are: mostly one more. */
    private static final String STEPS = "number of steps";

    private final TableContext context;
    private final SummaryColumns summaries;
    private final TableSample sample;
    private final List<EncodedColumn> columns;
    private final Map<Integer, Base> workedOut;

    /**
     * @param columns   the cascade so far; columns are added to its end
     * @param workedOut those that are worked out; some are added
     */
    ChildColumns(
            TableContext context,
            SummaryColumns summaries,
            TableSample sample,
            List<EncodedColumn> columns,
            Map<Integer, Base> workedOut) {
        this.context = context;
        this.summaries = summaries;
        this.sample = sample;
        this.columns = columns;
        this.workedOut = workedOut;
    }

    /**
     * Adds them, and says where counts of children stand.
     *
     * @param totals of the table's own columns
     */
    List<FanOut> add(List<Total> totals) {
        List<FanOut> fanOuts = new ArrayList<>();
        for (ForeignKey link : links()) {
            TableSample child = context.samples().get(link.child());
            if (context.owning(link.child()).filter(link::equals).isPresent()) {
                Optional<FamilySpan> span = summaries.span(link);
                List<FanOut.Span> spans =
                        span.map(one -> add(one, link)).stream().toList();
                boolean regular = span.isPresent() && FamilyPartners.isInSteps(columns.get(columns.size() - 1));
                columns.add(regular ? summaries.count(link).ofKind(STEPS) : summaries.count(link));
                fanOuts.add(fanOut(link, summaries.count(link).values(), spans));
                int count = columns.size() - 1;
                summaries
                        .periods(link)
                        .ifPresent(periods -> columns.add(periods.lastEnd(child, sample.family(), context.k())));
                addShares(totals, link.child(), count);
            } else if (context.kind(link) != Kind.ROW) {
                columns.add(summaries.degree(link));
            }
        }
        return fanOuts;
    }

    /** Links to the table, those first over which most of its rows are pointed at: they tell most of the others. */
    private List<ForeignKey> links() {
        Map<ForeignKey, Integer> pointedAt = new LinkedHashMap<>();
        for (ForeignKey link : context.schema().foreignKeysTo(sample.name())) {
            TableSample child = context.samples().get(link.child());
            if (child != null) {
                BitSet targets = new BitSet();
                Arrays.stream(child.targets(link.name()))
                        .filter(row -> row >= 0)
                        .forEach(targets::set);
                pointedAt.put(link, targets.cardinality());
            }
        }
        return pointedAt.keySet().stream()
                .sorted(Comparator.comparingInt(link -> -pointedAt.get(link)))
                .toList();
    }

    private FanOut.Span add(FamilySpan span, ForeignKey link) {
        int any = columns.size();
        columns.add(span.any());
        int first = columns.size();
        columns.add(span.first());
        if (span.last().isEmpty()) {
            return new FanOut.Span(any, first, -1, span.share(), 0, 0);
        }
        EncodedColumn last = span.last().get();
        NearestMoment.to(last, columns, sample)
                .ifPresent(end -> addDifference(FamilySpan.roomOf(last.name()), end, first));
        IntStream.range(0, columns.size())
                .filter(column -> ContiguousPeriods.isEnd(columns.get(column).name()))
                .findFirst()
                .ifPresent(other -> addDifference(FamilySpan.untilOf(last.name()), other, first));
        int end = columns.size();
        columns.add(last);
        addDifference(FamilySpan.spanOf(last.name()), end, first);
        addSteps(link, last.name(), first, end);
        return new FanOut.Span(any, first, end, span.share(), span.several(), span.meanLength());
    }

    /** Adds of how many steps the time between the first and the last child consists, if children come regularly. */
    private void addSteps(ForeignKey link, String lastName, int first, int last) {
        TableSample child = context.samples().get(link.child());
        String ordering = summaries.ordering(link).orElseThrow().name();
        boolean yearly = NumberEncoding.isYear(columns.get(first).kind());
        OptionalDouble step = !yearly && child.column(ordering) instanceof NumberSample numbers
                ? RegularSteps.of(child, numbers)
                : OptionalDouble.empty();
        if (step.isPresent()) {
            String name = FamilySpan.stepsOf(lastName);
            RegularSteps.between(name, step.getAsDouble(), first, last, columns, sample, context.k())
                    .ifPresent(steps -> {
                        workedOut.put(columns.size(), steps.base());
                        columns.add(steps.column().ofKind(STEPS));
                    });
        }
    }

    /** Adds by how much a moment is later than another one of the row. */
    private void addDifference(String name, int later, int earlier) {
        EncodedColumn of = columns.get(later);
        EncodedColumn from = columns.get(earlier);
        NumberEncoding.conversion(of.kind(), from.kind())
                .map(conversion -> new WorkedOut.Pair(from, earlier, of, Feature.own(later), row -> row, conversion))
                .flatMap(pair -> WorkedOut.lead(name, pair, sample, context.k()))
                .ifPresent(apart -> {
                    workedOut.put(columns.size(), apart.base());
                    columns.add(
                            NumberEncoding.isYear(from.kind()) ? apart.column().ofKind(STEPS) : apart.column());
                });
    }

    /** True for the number of children that come regularly, or at most some times a year. */
    static boolean isCountOfSteps(EncodedColumn column) {
        return column.kind().equals(STEPS) && FanOut.isCount(column.name());
    }

    static boolean isNumberOfSteps(EncodedColumn column) {
        return column.kind().equals(STEPS);
    }

    /** @param count place of the number of children */
    private void addShares(List<Total> totals, TableName child, int count) {
        for (Total total : totals) {
            if (total.child().equals(child) && total.function() == Total.Function.SUM) {
                int at = EncodedColumn.place(columns, total.column());
                SharePerChild share =
                        SharePerChild.of(columns.get(at), at, columns.get(count), count, sample.family(), context.k());
                workedOut.put(columns.size(), share.base());
                columns.add(share.column());
            }
        }
    }

    private FanOut fanOut(ForeignKey link, long[] counts, List<FanOut.Span> spans) {
        long sum = 0;
        long most = 0;
        for (long count : counts) {
            sum += count;
            most = Math.max(most, count);
        }
        double mean = (double) sum / Math.max(1, counts.length);
        return new FanOut(link.name(), columns.size() - 1, mean, most <= 1 ? 1 : 0, spans);
    }
}
