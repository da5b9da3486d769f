package dev.understudy.learn;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import dev.understudy.model.Positions;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.Residue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that a column of a table may depend on, for the rows that are learned from. Features are gathered once per table and
 * shared by its columns.
 */
final class FeatureColumns {
    private static final double SIBLINGS_WORTH_LOOKING_AT = 1.05;

    private final EncodedTable table;
    private final int[] rows;
    private final AlikeSiblings alike;
    private final List<Feature> features = new ArrayList<>();
    private final List<byte[]> groups = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final List<Boolean> ordered = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();

    /**
     * Where a feature is read from.
     *
     * @param column null for what is no column
     * @param rowOf  its row for each row of the sample, or -1
     */
    private record Origin(EncodedColumn column, int[] rowOf) {
        static final Origin NONE = new Origin(null, new int[0]);
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
            add(new Feature(Feature.Source.POSITION, 0, 0), position, Positions.CODES, true, Origin.NONE);
            add(new Feature(Feature.Source.SIBLINGS, 0, 0), siblings, Positions.CODES, true, Origin.NONE);
            add(new Feature(Feature.Source.REMAINING, 0, 0), remaining, Positions.CODES, true, Origin.NONE);
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
            if (!name.startsWith("<") || Residue.isName(name) || Differences.isName(name)) {
                gather(
                        new Feature(Feature.Source.TARGET, link, c),
                        target.columns().get(c),
                        targetRow);
            }
        }
    }

    private void gather(Feature feature, EncodedColumn column, int[] rowOf) {
        Origin origin = new Origin(column, rowOf);
        add(feature, values(origin), column.groups().count(), column.codec().ordered(), origin);
    }

    private byte[] values(Origin origin) {
        byte[] values = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = origin.rowOf[rows[i]];
            values[i] = row < 0 ? 0 : origin.column.group(row);
        }
        return values;
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

    private void add(Feature feature, byte[] values, int count, boolean inOrder, Origin origin) {
        origins.add(origin);
        features.add(feature);
        groups.add(values);
        counts.add(Math.min(count, Groups.MAX));
        ordered.add(inOrder);
    }

    /** What column number {@code column} may look at, at the rows whose place in the sample is given. */
    Candidates before(int column, int[] places, Outcomes outcomes) {
        CandidateList found = new CandidateList(outcomes);
        for (int f = 0; f < features.size(); f++) {
            if (isVisible(features.get(f), column)) {
                add(found, f, places);
            }
        }
        EncodedColumn own = table.columns().get(column);
        alike.rowOf().forEach((kind, rowOf) -> {
            if (kind < column) {
                Feature feature = new Feature(Feature.Source.ALIKE, kind, column);
                Origin origin = new Origin(own, rowOf);
                found.add(feature, own, at(values(origin), places));
                found.guided(own, codes(origin, places));
            }
        });
        return found.candidates();
    }

    private void add(CandidateList found, int f, int[] places) {
        Origin origin = origins.get(f);
        byte[] values = at(groups.get(f), places);
        if (origin.column == null) {
            found.add(features.get(f), values, counts.get(f), ordered.get(f));
        } else {
            found.add(features.get(f), origin.column, values);
            found.guided(origin.column, codes(origin, places));
        }
    }

    private short[] codes(Origin origin, int[] places) {
        short[] codes = new short[places.length];
        for (int i = 0; i < places.length; i++) {
            int row = origin.rowOf[rows[places[i]]];
            codes[i] = row < 0 ? 0 : origin.column.codes()[row];
        }
        return codes;
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
        int apart = Math.max(table.prefix(), table.combinations().drawn());
        return switch (feature.source()) {
            case OWN -> feature.column() < column;
            case PREVIOUS ->
                (!inPrefix || feature.column() < table.prefix()) && (column >= apart || feature.column() < apart);
            case TARGET -> !inPrefix;
            default -> true;
        };
    }
}
