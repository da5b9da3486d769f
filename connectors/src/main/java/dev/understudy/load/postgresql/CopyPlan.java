package dev.understudy.load.postgresql;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one table is copied.
 *
 * @param statement the COPY
 * @param binary    whether rows go in binary form
 * @param columns   which columns of a batch are written, by position
 * @param encoders  one per written column
 */
record CopyPlan(String statement, boolean binary, int[] columns, FieldEncoder[] encoders) {

    /** @param frozen true if the table was emptied in the same transaction */
    static CopyPlan of(TableName table, List<Column> columns, Map<String, TargetColumn> target, boolean frozen) {
        List<Integer> written = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (!column.filling().writesItself() && target.get(column.name()).writable()) {
                written.add(i);
            }
        }
        List<Optional<FieldEncoder>> binary = written.stream()
                .map(i -> BinaryEncoders.of(
                        typeOf(columns, i), target.get(columns.get(i).name())))
                .toList();
        boolean allBinary = binary.stream().allMatch(Optional::isPresent);
        FieldEncoder[] encoders = new FieldEncoder[written.size()];
        for (int i = 0; i < encoders.length; i++) {
            int at = written.get(i);
            encoders[i] = allBinary
                    ? binary.get(i).orElseThrow()
                    : TextEncoders.of(
                            typeOf(columns, at), target.get(columns.get(at).name()));
        }
        String statement = "COPY %s (%s) FROM STDIN (FORMAT %s%s)"
                .formatted(
                        Identifiers.quote(Vendor.POSTGRESQL, table),
                        Identifiers.list(
                                Vendor.POSTGRESQL,
                                written.stream().map(i -> columns.get(i).name()).toList()),
                        allBinary ? "binary" : "text",
                        frozen ? ", FREEZE" : "");
        return new CopyPlan(
                statement, allBinary, written.stream().mapToInt(i -> i).toArray(), encoders);
    }

    private static ColumnType typeOf(List<Column> columns, int index) {
        return columns.get(index).type();
    }
}
