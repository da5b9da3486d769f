package dev.understudy.introspect.h2;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Filling;
import dev.understudy.schema.TableName;
import dev.understudy.schema.text.QualifiedNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All columns of the selected schemas. */
final class H2Columns {
    private static final String CATALOG = """
            SELECT table_schema, table_name, column_name, data_type, domain_schema, domain_name,
              DATA_TYPE_SQL(table_schema, table_name, 'TABLE', dtd_identifier) AS spelling,
              character_maximum_length AS characters, numeric_precision AS digits, numeric_scale AS scale,
              datetime_precision AS fraction, is_nullable, is_identity, identity_generation, is_generated,
              generation_expression, column_default, remarks
            FROM information_schema.columns WHERE table_schema IN (:schemas)
            ORDER BY table_schema, table_name, ordinal_position""";

    private static final String NEXT = "NEXT VALUE FOR ";

    private H2Columns() {}

    static Map<TableName, List<Column>> read(CatalogQuery query) throws SQLException {
        return query.group(
                CATALOG,
                row -> new TableName(row.getString("table_schema"), row.getString("table_name")),
                row -> column(row));
    }

    private static Column column(ResultSet row) throws SQLException {
        String defaultExpression = Objects.requireNonNullElse(row.getString("column_default"), "");
        return new Column(
                row.getString("column_name"),
                H2Types.of(row),
                row.getString("is_nullable").equals("YES"),
                filling(row, defaultExpression),
                defaultExpression,
                Objects.requireNonNullElse(row.getString("generation_expression"), ""),
                Objects.requireNonNullElse(row.getString("remarks"), ""));
    }

    private static Filling filling(ResultSet row, String defaultExpression) throws SQLException {
        if (row.getString("is_generated").equals("ALWAYS")) {
            return Filling.GENERATED;
        }
        if (row.getString("is_identity").equals("YES")) {
            return row.getString("identity_generation").equals("ALWAYS")
                    ? Filling.IDENTITY_ALWAYS
                    : Filling.IDENTITY_BY_DEFAULT;
        }
        return sequence(defaultExpression).isPresent() ? Filling.SEQUENCE : Filling.ORDINARY;
    }

    /** The sequence that a default draws from, if it does nothing else. */
    private static Optional<TableName> sequence(String defaultExpression) {
        return defaultExpression.startsWith(NEXT)
                ? QualifiedNames.ansi(defaultExpression).names().stream().findFirst()
                : Optional.empty();
    }

    /** Columns that {@code sequence} numbers, sorted by table, then in declared order. */
    static List<ColumnName> fedBy(TableName sequence, Map<TableName, List<Column>> columns) {
        List<ColumnName> fed = new ArrayList<>();
        columns.forEach((table, list) -> list.stream()
                .filter(column -> sequence(column.defaultExpression())
                        .filter(sequence::equals)
                        .isPresent())
                .forEach(column -> fed.add(new ColumnName(table, column.name()))));
        return fed;
    }
}
