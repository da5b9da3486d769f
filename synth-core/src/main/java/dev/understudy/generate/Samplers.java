package dev.understudy.generate;

import dev.understudy.model.CascadeColumn;
import dev.understudy.model.FanOut;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.TableModel;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Makes what draws the columns of a table. */
final class Samplers {
    /** In a table of so few rows chance shows: how often each code is drawn is evened out, leaf by leaf. */
    private static final long FEW_ROWS = 100_000;

    private Samplers() {}

    /**
     * One for each column of the cascade.
     *
     * @param byQuota columns whose draws are evened out
     * @param others  columns that stand in for the table's own, by place
     * @param counts  told of all draws
     */
    static ColumnSampler[] of(
            GeneratedTable table, BitSet byQuota, Map<Integer, CascadeColumn> others, DrawCounts counts) {
        List<CascadeColumn> cascade = table.model().cascade();
        ColumnSampler[] made = new ColumnSampler[cascade.size()];
        FeatureSlots slots = new FeatureSlots();
        for (int c = 0; c < made.length; c++) {
            CascadeColumn column = others.getOrDefault(c, cascade.get(c));
            made[c] = new ColumnSampler(c, column, table.draws(), byQuota.get(c), slots, counts);
        }
        return made;
    }

    /** Columns whose draws are evened out. */
    static BitSet byQuota(GeneratedTable table, Tables tables) {
        TableModel model = table.model();
        BitSet columns = tables.lookedFor(table);
        boolean few = table.plannedRows() <= FEW_ROWS;
        for (int c = 0; c < model.cascade().size(); c++) {
            if (few || isCount(model, c) || isRoot(model, model.cascade().get(c))) {
                columns.set(c);
            }
        }
        return columns;
    }

    /** True if nothing else tells a column of a subject. */
    private static boolean isRoot(TableModel model, CascadeColumn column) {
        return model.isSubject()
                && column.forest().features().isEmpty()
                && column.relatives().isEmpty()
                && column.echoes().isEmpty();
    }

    /** What is to be balanced for its own sake: how many rows will look here, and what they will see. */
    private static boolean isCount(TableModel model, int column) {
        String name = model.cascade().get(column).name();
        return ReferenceModel.isDegree(name)
                || ReferenceModel.isEffect(name)
                || model.fanOuts().stream().mapToInt(FanOut::column).anyMatch(c -> c == column);
    }
}
