package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.ReferenceModel.Kind;
import java.util.List;
import java.util.OptionalLong;

/**
 * Gives a row whose unique key is taken another one, changing as little as possible: the nearest free number, another
 * target of a link, another label, or null where that makes keys differ.
 */
final class KeyRepair {
    /** A row that is being changed. */
    @FunctionalInterface
    interface KeyState {
        /** True if the row may stand as it is: no other row has its key, which is then taken, or the key is not about it. */
        boolean takeFree();

        /** Where a span of the row could be, nearest first; none for a key without one. @param most how many are told */
        default List<Taken.Gap> gaps(int span, int most) {
            return List.of();
        }

        /** What the row has in the key: the same number as long as it has the same there; empty if nobody knows. */
        default OptionalLong standing() {
            return OptionalLong.empty();
        }
    }

    static final int NEAR = 48;
    private static final int SCAN = 200_000;
    private static final int FILLS = 12;
    /** Other targets with which another time is looked for. */
    private static final int MOST_MOVES = 256;

    private final GeneratedTable table;
    private final GuardedKey key;
    private final List<Integer> columns;
    private final List<Reference> references;
    private final KeyLinks links;
    private final KeyValues values;
    private final KeySearch search;
    private final List<SpanPlaces> places;

    KeyRepair(GeneratedTable table, GuardedKey key, List<Reference> references) {
        this.table = table;
        this.key = key;
        this.columns = key.columns();
        this.references = references;
        Alignment alignment = new Alignment(references);
        this.links = new KeyLinks(table, references, alignment);
        this.values = new KeyValues(table, references, key.columns());
        this.search = new KeySearch(table, key.columns(), references, alignment);
        this.places = SpanPlaces.of(table, key, references);
    }

    /** @param key the key of the row, as the row stands at each moment */
    boolean repair(Block block, int row, KeyState key) {
        if (!places.isEmpty() && elsewhen(block, row, key)) {
            return true;
        }
        // The next number, or another label, says less about the row than whom it is linked to.
        for (int column : columns) {
            ColumnFill fill = table.model().fills().get(column);
            boolean free = !FollowedLink.isDecidedBy(column, references);
            if (free && fill instanceof ColumnFill.Number number && values.step(block, row, number.column(), key, NEAR)
                    || free
                            && fill instanceof ColumnFill.Text text
                            && values.relabel(block, row, text.column(), key, false)) {
                return true;
            }
        }
        if (relink(block, row, key) || values.listed(block, row, key)) {
            return true;
        }
        for (int column : columns) {
            ColumnFill fill = table.model().fills().get(column);
            if (FollowedLink.isDecidedBy(column, references)) {
                continue;
            }
            if (fill instanceof ColumnFill.Number number && values.step(block, row, number.column(), key, SCAN)
                    || fill instanceof ColumnFill.Text text && values.relabel(block, row, text.column(), key, true)
                    || fill instanceof ColumnFill.Literal literal
                            && values.relabel(block, row, literal.column(), key, true)) {
                return true;
            }
        }
        return escape(block, row, key)
                || this.key.nullsDistinct() && setNull(block, row, key)
                || search.find(block, row, key)
                || values.beyond(block, row, key)
                || values.ordinary(block, row, key)
                || link(block, row, key);
    }

    /** A target for a link of the key that has none: the last resort, since the row was to do without. */
    private boolean link(Block block, int row, KeyState key) {
        for (int column : columns) {
            int reference = FollowedLink.of(table.model().fills().get(column), references, block, row);
            if (reference >= 0 && links.link(block, row, reference, key)) {
                return true;
            }
        }
        return false;
    }

    /** Another time, with another target if need be; then a shorter span; then one outside of what was seen. */
    private boolean elsewhen(Block block, int row, KeyState key) {
        int[] moves = {MOST_MOVES};
        return move(block, row, key, true)
                || relink(block, row, () -> key.takeFree() || moves[0]-- > 0 && move(block, row, key, true))
                || places.stream().anyMatch(span -> span.shorten(block, row, key))
                || move(block, row, key, false);
    }

    /** Spans that lie apart in one of several dimensions do not overlap: any of them will do. */
    private boolean move(Block block, int row, KeyState key, boolean within) {
        return places.stream().anyMatch(span -> span.move(block, row, key, within));
    }

    /**
     * The same while only the columns of the key are drawn: another target of its own bucket, another number, another
     * label, but never a null.
     */
    boolean gently(Block block, int row, KeyState key) {
        return retarget(block, row, key) || renumber(block, row, key, false);
    }

    /**
     * The same for a row that collides with one of another family: of those that many families share, the nearest, lest the
     * row move to another time only because of strangers.
     */
    boolean gentlyAmongStrangers(Block block, int row, KeyState key) {
        for (int column : columns) {
            int r = FollowedLink.of(table.model().fills().get(column), references, block, row);
            if (r >= 0 && links.nearby(block, row, r, key)) {
                return true;
            }
        }
        return renumber(block, row, key, true) || retarget(block, row, key);
    }

    private boolean retarget(Block block, int row, KeyState key) {
        for (int column : columns) {
            int r = FollowedLink.of(table.model().fills().get(column), references, block, row);
            if (r >= 0 && references.get(r).kind() == Kind.DEALT && links.retarget(block, row, r, key)) {
                return true;
            }
        }
        return false;
    }

    /** @param within true for numbers that lie where rows were seen: siblings go on beyond, but no stranger must */
    private boolean renumber(Block block, int row, KeyState key, boolean within) {
        for (int most : new int[] {NEAR, SCAN}) {
            for (int column : columns) {
                ColumnFill fill = table.model().fills().get(column);
                if (fill instanceof ColumnFill.Number number
                                && values.step(block, row, number.column(), key, most, within)
                        || fill instanceof ColumnFill.Literal literal
                                && values.relabel(block, row, literal.column(), key, false)) {
                    return true;
                }
            }
        }
        return columns.stream()
                .map(column -> FollowedLink.of(table.model().fills().get(column), references, block, row))
                .anyMatch(r -> r >= 0
                        && references.get(r).kind() == Kind.ROW
                        && links.elsewhere(block, row, r, () -> key.takeFree() || anyNumber(block, row, key, within)));
    }

    private boolean anyNumber(Block block, int row, KeyState key, boolean within) {
        return columns.stream()
                .map(column -> table.model().fills().get(column))
                .anyMatch(fill -> fill instanceof ColumnFill.Number number
                        && values.step(block, row, number.column(), key, SCAN, within));
    }

    /** Another target of one of the key's links: all that a row may change that stays as it is. */
    boolean relink(Block block, int row, KeyState key) {
        for (int column : columns) {
            int reference = FollowedLink.of(table.model().fills().get(column), references, block, row);
            if (reference >= 0 && links.retarget(block, row, reference, key)) {
                return true;
            }
        }
        return false;
    }

    /** Makes the row one that the key is not about. */
    private boolean escape(Block block, int row, KeyState key) {
        for (Knob knob : this.key.escapes()) {
            Knob.State before = knob.save(block, row);
            for (int attempt = 0; attempt <= FILLS; attempt++) {
                boolean changed = attempt == 0 ? knob.clear(block, row) : knob.fill(block, row, attempt);
                if (changed && key.takeFree()) {
                    return true;
                }
                knob.restore(block, row, before);
            }
        }
        return false;
    }

    private boolean setNull(Block block, int row, KeyState key) {
        for (int column : columns) {
            int drawn = cascadeColumn(table.model().fills().get(column));
            boolean free = drawn >= 0 && !FollowedLink.isDecidedBy(column, references);
            if (free && table.mayClear(column)) {
                short before = block.codes[drawn][row];
                block.codes[drawn][row] = Codec.NULL;
                if (key.takeFree()) {
                    return true;
                }
                block.codes[drawn][row] = before;
            }
            int reference = FollowedLink.of(table.model().fills().get(column), references, block, row);
            if (reference >= 0 && links.unlink(block, row, reference, key)) {
                return true;
            }
        }
        return false;
    }

    private static int cascadeColumn(ColumnFill fill) {
        if (fill instanceof ColumnFill.Number number) {
            return number.column();
        }
        if (fill instanceof ColumnFill.Text text) {
            return text.column();
        }
        return fill instanceof ColumnFill.Literal literal ? literal.column() : -1;
    }
}
