package dev.understudy.generate;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowJudge;
import dev.understudy.model.AskedCondition;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.schema.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition that only a database can judge.
 *
 * @param columns that it looks at
 * @param places  of these columns in their table
 */
record Asked(AskedCondition condition, List<Column> columns, List<Integer> places) {
    /**
     * Those of a table whose values are all written by us.
     *
     * @param late true for those that look at a link that is chosen last, false for all others
     */
    static List<Asked> of(GeneratedTable table, List<Reference> links, RowJudge judge, boolean late) {
        List<Asked> asked = new ArrayList<>();
        for (AskedCondition condition : judge == RowJudge.NONE
                ? List.<AskedCondition>of()
                : table.model().asked()) {
            List<Integer> places =
                    condition.columns().stream().map(table::column).toList();
            boolean written = !places.isEmpty()
                    && places.stream()
                            .allMatch(place -> table.model().fills().get(place).isWritten());
            if (written && late == places.stream().anyMatch(place -> isLate(table, links, place))) {
                List<Column> columns = places.stream()
                        .map(place -> table.schema().columns().get(place))
                        .toList();
                asked.add(new Asked(condition, columns, places));
            }
        }
        return asked;
    }

    private static boolean isLate(GeneratedTable table, List<Reference> links, int column) {
        ColumnFill fill = table.model().fills().get(column);
        boolean late = false;
        for (int r = 0; r < links.size(); r++) {
            Kind kind = links.get(r).kind();
            late |= fill.follows(r) && kind.isChosenLast();
        }
        return late;
    }

    /** Of each row whether it keeps the condition. */
    boolean[] verdicts(GeneratedTable table, RowJudge judge, Block block, int[] rows) {
        List<ColumnVector> vectors = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            vectors.add(Renderer.vector(columns.get(i), table.cell(places.get(i)), block, rows));
        }
        return judge.passes(table.model().name(), condition.text(), columns, new RowBatch(rows.length, vectors));
    }
}
