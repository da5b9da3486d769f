package dev.understudy.explain;

import dev.understudy.model.TableMode;
import dev.understudy.schema.TableName;
import java.util.List;

/**
 * What was learned of one table.
 *
 * @param table   its name
 * @param mode    what becomes of its rows
 * @param rows    rows in the source
 * @param parent  table whose rows its own are made for; empty for a subject
 * @param columns what is drawn for each row, in that order
 * @param apart   columns whose values never repeat together, though no key says so
 * @param kin     which links point at rows that hang on the same row as the one that points
 * @param links   how the rows of other tables are chosen that its rows point at
 * @param redrawn which columns are drawn again where a row looks drawn, and what that is worth
 */
public record TableAccount(
        TableName table,
        TableMode mode,
        long rows,
        String parent,
        List<ColumnAccount> columns,
        List<List<String>> apart,
        List<String> kin,
        List<String> links,
        List<String> redrawn) {
    public TableAccount {
        columns = List.copyOf(columns);
        apart = List.copyOf(apart);
        kin = List.copyOf(kin);
        links = List.copyOf(links);
        redrawn = List.copyOf(redrawn);
    }
}
