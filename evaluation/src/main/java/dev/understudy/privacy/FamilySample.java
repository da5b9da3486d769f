package dev.understudy.privacy;

import dev.understudy.compare.SideRows;
import dev.understudy.schema.TableName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The families of one side, as attacks see them.
 *
 * @param families their number: the rows of the subject
 * @param values   by feature and family; NaN where there is nothing
 * @param rows     by table with enough informative columns, its rows
 */
record FamilySample(int families, double[][] values, Map<TableName, RowHashes> rows) {

    /** Reads families of any side the way that the real ones prescribe. */
    static final class Reader {
        private final FamilyTree tree;
        private final FamilyFeatures features;
        private final Map<TableName, double[][]> bounds = new LinkedHashMap<>();

        Reader(FamilyTree tree, SideRows real) {
            this.tree = tree;
            this.features = FamilyFeatures.of(tree, real);
            for (TableName table : tree.tables()) {
                if (tree.columns(table).size() >= RowHashes.FEWEST_COLUMNS) {
                    bounds.put(table, RowHashes.bounds(tree, table, real));
                }
            }
        }

        FamilyFeatures features() {
            return features;
        }

        FamilySample read(SideRows side) {
            Map<TableName, RowHashes> rows = new LinkedHashMap<>();
            bounds.forEach((table, cuts) -> rows.put(table, RowHashes.of(tree, table, side, cuts)));
            return new FamilySample(side.rows(tree.subject()), features.values(side), rows);
        }
    }
}
