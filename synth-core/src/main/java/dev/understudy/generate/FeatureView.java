package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.encode.Groups;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Base;
import dev.understudy.model.Feature;
import dev.understudy.model.Positions;

/** What the rows of one block may be seen by: their own columns, siblings, ancestors and targets. */
final class FeatureView {
    private final GeneratedTable table;
    private final Block block;
    private final FeatureGroups groups;
    private final GeneratedTable[] targets;
    private final boolean[] finished;
    private final SameRows remembered = new SameRows(this);

    /**
     * @param owner   the owner's table; null for a subject
     * @param above   the owner's owner; null if there is none
     * @param targets  per reference, the table that it points at
     * @param finished per reference, whether totals over the children of its targets are seen, or what was drawn for them
     */
    FeatureView(
            GeneratedTable table,
            Block block,
            GeneratedTable owner,
            GeneratedTable above,
            GeneratedTable[] targets,
            boolean[] finished) {
        this.table = table;
        this.block = block;
        this.groups = new FeatureGroups(this, table, block, owner, above);
        this.targets = targets;
        this.finished = finished;
    }

    /** How the numbers of a column of the table itself are coded. */
    NumberCodec codec(int column) {
        return (NumberCodec) table.model().cascade().get(column).codec();
    }

    /**
     * From now on, groups at these rows, all of them, are kept: what a column depends on, others do too. Ends with the next call.
     *
     * @param rows whose columns are drawn once, each before it is asked for
     */
    void remember(int[] rows) {
        remembered.begin(rows);
    }

    /** What is known of some rows, if they are those that are remembered. For one column at a time. */
    SameRows same(int[] rows) {
        if (remembered.are(rows)) {
            return remembered;
        }
        SameRows others = new SameRows(this);
        others.begin(rows);
        return others;
    }

    /** Groups of a feature, in which others see its codes, at some rows; 0 where there is no such row. */
    byte[] groups(Feature feature, int[] rows, int n) {
        byte[] result = new byte[n];
        look(feature, Groups.COMMON, rows, n, result, 0);
        return result;
    }

    /** Puts groups of a feature at some rows; see {@link FeatureGroups#look}. */
    void look(Feature feature, Groups guided, int[] rows, int n, byte[] result, int at) {
        groups.look(feature, guided, rows, n, result, at);
    }

    /** The last sibling of the same kind, or -1. */
    int last(Feature alike, int row) {
        return block.hasSiblings() ? Positions.last(block.codes[alike.link()], row, block.position[row]) : -1;
    }

    /** Code of a column that may be echoed; 0 where there is none. */
    int code(Feature base, int row) {
        return switch (base.source()) {
            case OWN -> block.code(base.column(), row);
            case PREVIOUS -> block.hasSiblings() && block.position[row] > 0 ? block.code(base.column(), row - 1) : 0;
            case ALIKE -> {
                int last = last(base, row);
                yield last < 0 ? 0 : block.code(base.column(), last);
            }
            case PARENT -> block.owner == null ? 0 : block.owner.code(base.column(), block.ownerRow[row]);
            case GRANDPARENT ->
                block.owner == null || block.owner.owner == null
                        ? 0
                        : block.owner.owner.code(base.column(), block.owner.ownerRow[block.ownerRow[row]]);
            case TARGET -> {
                long at = block.targets[base.link()][row];
                yield at < 0 ? 0 : targetBlock(base, at).code(base.column(), targetRow(base, at));
            }
            default -> 0;
        };
    }

    /** True if a partner has a number for a row. */
    boolean hasNumber(Feature base, int row) {
        return switch (base.source()) {
            case OWN -> block.codes[base.column()][row] != Codec.NULL;
            case PREVIOUS ->
                block.hasSiblings() && block.position[row] > 0 && block.codes[base.column()][row - 1] != Codec.NULL;
            case ALIKE -> {
                int last = last(base, row);
                yield last >= 0 && !block.isNull(base.column(), last);
            }
            case PARENT -> block.owner != null && block.owner.codes[base.column()][block.ownerRow[row]] != Codec.NULL;
            case GRANDPARENT ->
                block.owner != null
                        && block.owner.owner != null
                        && block.owner.owner.codes[base.column()][block.owner.ownerRow[block.ownerRow[row]]]
                                != Codec.NULL;
            case TARGET -> {
                long at = block.targets[base.link()][row];
                yield at >= 0 && !targetBlock(base, at).isNull(base.column(), targetRow(base, at));
            }
            default -> false;
        };
    }

    /**
     * Numbers of a feature at many rows.
     *
     * @param rows    the first n are used
     * @param numbers where they are put; unspecified where there is none
     * @param missing is set to true where there is none
     */
    void numbers(Feature base, int[] rows, int n, long[] numbers, boolean[] missing) {
        if (base.source() == Feature.Source.OWN) {
            short[] codes = block.codes[base.column()];
            long[] values = block.values[base.column()];
            for (int i = 0; i < n; i++) {
                numbers[i] = values[rows[i]];
                missing[i] |= codes[rows[i]] == Codec.NULL;
            }
        } else if (base.source() == Feature.Source.PARENT && block.owner != null) {
            short[] codes = block.owner.codes[base.column()];
            long[] values = block.owner.values[base.column()];
            for (int i = 0; i < n; i++) {
                int row = block.ownerRow[rows[i]];
                numbers[i] = values[row];
                missing[i] |= codes[row] == Codec.NULL;
            }
        } else if (base.source() == Feature.Source.PREVIOUS && block.hasSiblings()) {
            short[] codes = block.codes[base.column()];
            long[] values = block.values[base.column()];
            for (int i = 0; i < n; i++) {
                int before = rows[i] - 1;
                missing[i] |= block.position[rows[i]] == 0 || codes[before] == Codec.NULL;
                numbers[i] = missing[i] ? 0 : values[before];
            }
        } else {
            for (int i = 0; i < n; i++) {
                missing[i] |= !hasNumber(base, rows[i]);
                numbers[i] = missing[i] ? 0 : number(base, rows[i]);
            }
        }
    }

    /** True if every number of a base is there. */
    boolean hasNumbers(Base base, int row) {
        for (Base.Term term : base.terms()) {
            if (!hasNumber(term.feature(), row) || !term.isSingle() && !hasNumber(term.other(), row)) {
                return false;
            }
        }
        return true;
    }

    long number(Feature base, int row) {
        return switch (base.source()) {
            case OWN -> block.values[base.column()][row];
            case PREVIOUS -> block.values[base.column()][row - 1];
            case ALIKE -> block.values[base.column()][last(base, row)];
            case PARENT -> block.owner.values[base.column()][block.ownerRow[row]];
            case GRANDPARENT -> block.owner.owner.values[base.column()][block.owner.ownerRow[block.ownerRow[row]]];
            case TARGET -> {
                long at = block.targets[base.link()][row];
                yield targetBlock(base, at).values[base.column()][targetRow(base, at)];
            }
            default -> throw new IllegalStateException("No number at " + base.source() + ".");
        };
    }

    /** The table that a link points at. */
    GeneratedTable target(Feature base) {
        return targets[base.link()];
    }

    /** The block of a row that a link points at, as it is seen. */
    Block targetBlock(Feature base, long at) {
        GeneratedTable target = targets[base.link()];
        Block block = target.blockOf(at);
        return finished[base.link()] ? target.finished(block.index) : block;
    }

    private int targetRow(Feature base, long at) {
        return (int) (at - targetBlock(base, at).firstRow());
    }
}
