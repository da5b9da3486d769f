package dev.understudy.generate;

import dev.understudy.data.FoldedText;
import dev.understudy.random.Draws;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.rule.RowKey;
import dev.understudy.schema.rule.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A unique key over rows of blocks. Immutable; serves several threads. */
sealed interface GuardedKey {
    long[] NO_SPANS = {};

    /** Positions of the columns that it rests on, those first that say what its values are. */
    List<Integer> columns();

    /** True if the row cannot collide. @param whole true once links that are chosen last have their targets */
    boolean isExempt(Block block, int row, boolean whole);

    /** Equal for rows that collide, if neither is exempt. */
    long hash(Block block, int row, boolean whole);

    boolean nullsDistinct();

    /** Rows of one hash collide only where all of their spans overlap; in any case if there are none. @return how many */
    default int spans() {
        return 0;
    }

    /** Of each span of the row its first value, and the first after it. */
    default long[] ends(Block block, int row, boolean whole) {
        return NO_SPANS;
    }

    /** Changeable columns that decide whether the key is about a row at all. */
    List<Knob> escapes();

    /** Over columns of all rows. */
    record OfColumns(GeneratedTable table, List<Integer> columns, boolean nullsDistinct) implements GuardedKey {
        static OfColumns of(GeneratedTable table, UniqueKey key) {
            return new OfColumns(
                    table, key.columns().stream().map(table::column).toList(), key.nullsDistinct());
        }

        @Override
        public boolean isExempt(Block block, int row, boolean whole) {
            if (!nullsDistinct) {
                return false;
            }
            for (int column : columns) {
                if (table.cell(column).isNull(block, row)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public long hash(Block block, int row, boolean whole) {
            long hash = 17;
            for (int column : columns) {
                Cell cell = table.cell(column);
                hash = Draws.mix(hash ^ (cell.isNull(block, row) ? 0x7F4A7C15L : hash(column, cell, block, row)));
            }
            return hash;
        }

        /** Texts are equal as their type or collation has it. */
        private long hash(int column, Cell cell, Block block, int row) {
            ColumnType type = table.schema().columns().get(column).type();
            return type.ignoresCase() ? Draws.hash(FoldedText.of(type, cell.text(block, row))) : cell.hash(block, row);
        }

        @Override
        public List<Knob> escapes() {
            return List.of();
        }
    }

    /** Over expressions, or for some rows only. */
    record OfExpressions(
            GeneratedTable table, List<Reference> links, RowKey key, List<Integer> columns, List<Knob> escapes)
            implements GuardedKey {
        static OfExpressions of(GeneratedTable table, List<Reference> links, RowKey key) {
            Set<Integer> columns = new LinkedHashSet<>();
            key.columns().forEach(column -> columns.add(column.column()));
            key.predicate().columns().forEach(column -> columns.add(column.column()));
            List<Knob> escapes = new Knobs(table, links).of(key.predicate());
            return new OfExpressions(table, links, key, new ArrayList<>(columns), escapes);
        }

        @Override
        public boolean isExempt(Block block, int row, boolean whole) {
            return key.isExempt(view(block, row, whole));
        }

        @Override
        public long hash(Block block, int row, boolean whole) {
            return key.hash(view(block, row, whole));
        }

        @Override
        public boolean nullsDistinct() {
            return key.nullsDistinct();
        }

        @Override
        public int spans() {
            return key.spans().size();
        }

        @Override
        public long[] ends(Block block, int row, boolean whole) {
            List<Span> spans = key.spans();
            if (spans.isEmpty()) {
                return NO_SPANS;
            }
            RuleRow view = view(block, row, whole);
            long[] ends = new long[2 * spans.size()];
            for (int s = 0; s < spans.size(); s++) {
                ends[2 * s] = spans.get(s).from(view);
                ends[2 * s + 1] = spans.get(s).until(view);
            }
            return ends;
        }

        private RuleRow view(Block block, int row, boolean whole) {
            RuleRow view = whole
                    ? RuleRow.ofWhole(table, links, ParentRows.NONE, block)
                    : new RuleRow(table, links, ParentRows.NONE, block);
            return view.at(row);
        }
    }
}
