package dev.understudy.learn;

import dev.understudy.encode.Groups;
import dev.understudy.model.FanOut;
import dev.understudy.model.Feature;
import dev.understudy.model.Positions;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.Residue;
import dev.understudy.model.SeenRows;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All that a column of a table may depend on, for the rows that are learned from. Features are gathered once per table and
 * shared by its columns.
 */
final class FeatureColumns {
    private static final double SIBLINGS_WORTH_LOOKING_AT = 1.05;
    /** Share of rows that point where the sibling before does. */
    private static final double RUNS_WORTH_LOOKING_AT = 0.05;

    private final EncodedTable table;
    private final int[] rows;
    private final AlikeSiblings alike;
    private final List<Seen> seen = new ArrayList<>();

    /**
     * What may be looked at.
     *
     * @param column null for a position or a number of siblings
     * @param rowOf  row of the column for each row of the sample, or -1; empty without a column
     * @param groups the group of each row that is learned from
     */
    private record Seen(Feature feature, EncodedColumn column, int[] rowOf, byte[] groups) {
        /** @param kept see {@link Candidate} */
        Candidate candidate(byte[] values, boolean kept) {
            if (column == null) {
                return new Candidate(feature, Groups.COMMON, values, Positions.CODES, true, false);
            }
            boolean ordered = column.codec().ordered();
            int count = column.groups().count();
            boolean single = ordered && column.hasSingleValues();
            return new Candidate(feature, Groups.COMMON, values, count, ordered, single, kept);
        }
    }

    /**
     * @param rows    rows of the sample that are learned from
     * @param alike   siblings of the same kind
     * @param owner   the owner's table in codes, or null for a subject
     * @param above   the owner's owner, or null
     * @param targets encoded targets by link
     */
    FeatureColumns(
            EncodedTable table,
            int[] rows,
            AlikeSiblings alike,
            EncodedTable owner,
            EncodedTable above,
            Map<String, EncodedTable> targets) {
        this.table = table;
        this.rows = rows;
        this.alike = alike;
        TableSample sample = table.sample();
        if (owner != null) {
            siblings(sample);
            ancestors(Feature.Source.PARENT, owner, sample.owner());
            if (above != null) {
                ancestors(Feature.Source.GRANDPARENT, above, Generations.ownersOwner(sample, owner.sample()));
            }
        }
        for (int link = 0; link < table.references().size(); link++) {
            ReferenceModel reference = table.references().get(link);
            EncodedTable target = targets.get(reference.link());
            if (reference.kind() == ReferenceModel.Kind.DEALT && target != null) {
                target(link, target, sample.targets(reference.link()));
            }
            boolean known =
                    reference.kind() == ReferenceModel.Kind.DEALT || reference.kind() == ReferenceModel.Kind.ROW;
            if (owner != null && known) {
                runs(link, sample);
            }
        }
        own(sample, owner != null);
    }

    private void siblings(TableSample sample) {
        byte[] position = new byte[rows.length];
        byte[] siblings = new byte[rows.length];
        byte[] remaining = new byte[rows.length];
        long sum = 0;
        for (int i = 0; i < rows.length; i++) {
            position[i] = (byte) Positions.code(sample.position()[rows[i]]);
            remaining[i] =
                    (byte) Positions.code(Math.max(0, sample.siblings()[rows[i]] - 1 - sample.position()[rows[i]]));
            siblings[i] = (byte) Positions.code(sample.siblings()[rows[i]]);
            sum += sample.siblings()[rows[i]];
        }
        if (sum > SIBLINGS_WORTH_LOOKING_AT * rows.length) {
            seen.add(new Seen(new Feature(Feature.Source.POSITION, 0, 0), null, new int[0], position));
            seen.add(new Seen(new Feature(Feature.Source.SIBLINGS, 0, 0), null, new int[0], siblings));
            seen.add(new Seen(new Feature(Feature.Source.REMAINING, 0, 0), null, new int[0], remaining));
        }
    }

    private void ancestors(Feature.Source source, EncodedTable ancestor, int[] ancestorRow) {
        for (int c = 0; c < ancestor.columns().size(); c++) {
            gather(new Feature(source, 0, c), ancestor.columns().get(c), ancestorRow);
        }
    }

    private void target(int link, EncodedTable target, int[] targetRow) {
        for (int c = 0; c < target.columns().size(); c++) {
            String name = target.columns().get(c).name();
            boolean told = Residue.isName(name) || Differences.isName(name) || ReferenceModel.isEffect(name);
            if (told || !name.startsWith("<")) {
                gather(
                        new Feature(Feature.Source.TARGET, link, c),
                        target.columns().get(c),
                        targetRow);
            }
        }
    }

    /** Where rows stand among siblings that follow each other and point at the same row: three games of one series. */
    private void runs(int link, TableSample sample) {
        long[] targets = Arrays.stream(
                        sample.targets(table.references().get(link).link()))
                .asLongStream()
                .toArray();
        byte[] before = new byte[rows.length];
        byte[] after = new byte[rows.length];
        int inRuns = 0;
        for (int i = 0; i < rows.length; i++) {
            before[i] = (byte) Positions.code(Positions.run(targets, sample.position(), rows[i], -1));
            after[i] = (byte) Positions.code(Positions.run(targets, sample.position(), rows[i], 1));
            inRuns += before[i] > 1 ? 1 : 0;
        }
        if (inRuns > RUNS_WORTH_LOOKING_AT * rows.length) {
            seen.add(new Seen(new Feature(Feature.Source.RUN, link, 0), null, new int[0], before));
            seen.add(new Seen(new Feature(Feature.Source.RUN_LEFT, link, 0), null, new int[0], after));
        }
    }

    private void gather(Feature feature, EncodedColumn column, int[] rowOf) {
        seen.add(seen(feature, column, rowOf));
    }

    private Seen seen(Feature feature, EncodedColumn column, int[] rowOf) {
        byte[] groups = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = rowOf[rows[i]];
            groups[i] = row < 0 ? 0 : column.group(row);
        }
        return new Seen(feature, column, rowOf, groups);
    }

    private void own(TableSample sample, boolean hasSiblings) {
        int[] self = new int[sample.rows()];
        int[] previous = new int[sample.rows()];
        for (int row = 0; row < self.length; row++) {
            self[row] = row;
            previous[row] = sample.position()[row] > 0 ? row - 1 : -1;
        }
        for (int c = 0; c < table.columns().size(); c++) {
            gather(Feature.own(c), table.columns().get(c), self);
            if (hasSiblings) {
                gather(
                        new Feature(Feature.Source.PREVIOUS, 0, c),
                        table.columns().get(c),
                        previous);
            }
        }
    }

    /** Some whole families of the rows that are learned from, by all that does not depend on which column looks. */
    SeenRows seen() {
        Draws draws = Draws.seeded(rows.length).at("seen rows");
        double share = (double) SeenRows.MOST / rows.length;
        int[] places = IntStream.range(0, rows.length)
                .filter(i -> draws.unit(table.sample().family()[rows[i]]) < share)
                .toArray();
        List<Seen> shown = seen.stream().filter(one -> isShown(one.feature)).toList();
        return new SeenRows(
                shown.stream().map(Seen::feature).toList(),
                shown.stream().map(one -> at(one.groups, places)).toArray(byte[][]::new),
                Arrays.stream(places)
                        .mapToLong(i -> table.sample().family()[rows[i]])
                        .toArray());
    }

    private static boolean isShown(Feature feature) {
        return switch (feature.source()) {
            case OWN, PREVIOUS, PARENT, TARGET, POSITION, SIBLINGS, REMAINING -> true;
            case ALIKE, GRANDPARENT, RUN, RUN_LEFT, INDEX -> false;
        };
    }

    /** What column number {@code column} may look at, at the rows whose place in the sample is given. */
    List<Candidate> before(int column, int[] places, Outcomes outcomes) {
        List<Candidate> candidates = new ArrayList<>();
        String mean = FanOut.meanColumn(
                table.sample().name(), table.columns().get(column).name());
        for (Seen one : seen) {
            if (isVisible(one.feature, column)) {
                boolean kept = one.feature.source() == Feature.Source.PARENT
                        && one.column.name().equals(mean);
                add(candidates, one, kept, places, outcomes);
            }
        }
        alike.rowOf().forEach((kind, rowOf) -> {
            if (kind < column) {
                Feature last = new Feature(Feature.Source.ALIKE, kind, column);
                add(candidates, seen(last, table.columns().get(column), rowOf), false, places, outcomes);
            }
        });
        return candidates;
    }

    /** Once as all see it; once more in groups made for the outcome, if it has many codes and that says more. */
    private void add(List<Candidate> candidates, Seen one, boolean kept, int[] places, Outcomes outcomes) {
        byte[] common = at(one.groups, places);
        candidates.add(one.candidate(common, kept));
        if (one.column == null || !one.column.hasManyCodes() || places.length == 0) {
            return;
        }
        short[] codes = new short[places.length];
        for (int i = 0; i < places.length; i++) {
            int row = one.rowOf[rows[places[i]]];
            codes[i] = row < 0 ? 0 : one.column.codes()[row];
        }
        GuidedGroups.of(codes, one.column.codec().codes(), common, outcomes)
                .map(made -> new Candidate(one.feature, made, made.of(codes), made.count(), true, false))
                .ifPresent(candidates::add);
    }

    private byte[] at(byte[] values, int[] places) {
        if (places.length == rows.length) {
            return values;
        }
        byte[] some = new byte[places.length];
        for (int i = 0; i < places.length; i++) {
            some[i] = values[places[i]];
        }
        return some;
    }

    /**
     * References are chosen after the prefix, so columns of the prefix see neither targets nor siblings' later columns; nor
     * do those that are drawn before rows are kept apart see siblings' later columns.
     */
    private boolean isVisible(Feature feature, int column) {
        boolean inPrefix = column < table.prefix();
        int apart = table.combinations().drawn();
        int siblingsUpTo = inPrefix
                ? table.prefix()
                : column < apart ? apart : table.columns().size();
        return switch (feature.source()) {
            case OWN -> feature.column() < column;
            case PREVIOUS -> feature.column() < siblingsUpTo;
            case TARGET, RUN, RUN_LEFT -> !inPrefix;
            default -> true;
        };
    }
}
