package dev.understudy.introspect.mariadb;

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
import java.util.Set;

/** All columns of the selected databases. */
final class MariaDbColumns {
    private static final String CATALOG = """
            SELECT table_schema AS table_schema, table_name AS table_name, column_name AS column_name,
              data_type AS data_type, column_type AS column_type, is_nullable AS is_nullable,
              character_maximum_length AS character_maximum_length, numeric_precision AS numeric_precision,
              numeric_scale AS numeric_scale, datetime_precision AS datetime_precision,
              column_default AS column_default, extra AS extra, generation_expression AS generation_expression,
              column_comment AS column_comment, collation_name AS collation_name
            FROM information_schema.columns WHERE table_schema IN (:schemas)
            ORDER BY table_schema, table_name, ordinal_position""";

    private static final String NEXT = "nextval(";

    private MariaDbColumns() {}

    /**
     * @param json     columns whose check says that they hold JSON
     * @param literals true where the server writes literal defaults without quotes, as MySQL does
     */
    static Map<TableName, List<Column>> read(CatalogQuery query, Set<ColumnName> json, boolean literals)
            throws SQLException {
        return query.group(
                CATALOG,
                row -> new TableName(row.getString("table_schema"), row.getString("table_name")),
                row -> column(row, json, literals));
    }

    private static Column column(ResultSet row, Set<ColumnName> json, boolean literals) throws SQLException {
        TableName table = new TableName(row.getString("table_schema"), row.getString("table_name"));
        String name = row.getString("column_name");
        String extra = Objects.requireNonNullElse(row.getString("extra"), "");
        String generation = Objects.requireNonNullElse(row.getString("generation_expression"), "");
        boolean generated = extra.contains("STORED GENERATED") || extra.contains("VIRTUAL GENERATED");
        String defaultExpression = generated ? "" : defaultOf(row, extra, literals);
        return new Column(
                name,
                MariaDbTypes.of(row, json.contains(new ColumnName(table, name))),
                row.getString("is_nullable").equals("YES"),
                filling(generated, generation, extra, defaultExpression),
                defaultExpression,
                generated ? generation : "",
                Objects.requireNonNullElse(row.getString("column_comment"), ""));
    }

    /** MariaDB says NULL, as a word, where null is the default. */
    private static String defaultOf(ResultSet row, String extra, boolean literals) throws SQLException {
        String text = row.getString("column_default");
        if (text == null || !literals && text.equals("NULL")) {
            return "";
        }
        return literals && !extra.contains("DEFAULT_GENERATED") ? "'" + text.replace("'", "''") + "'" : text;
    }

    private static Filling filling(boolean generated, String generation, String extra, String defaultExpression) {
        if (generated) {
            return generation.equals("ROW START") || generation.equals("ROW END")
                    ? Filling.SYSTEM_TIME
                    : Filling.GENERATED;
        }
        if (extra.contains("auto_increment")) {
            return Filling.AUTO_INCREMENT;
        }
        return defaultExpression.startsWith(NEXT) ? Filling.SEQUENCE : Filling.ORDINARY;
    }

    /** Columns that {@code sequence} numbers, sorted by table, then in declared order. */
    static List<ColumnName> fedBy(TableName sequence, Map<TableName, List<Column>> columns) {
        List<ColumnName> fed = new ArrayList<>();
        columns.forEach((table, list) -> list.stream()
                .filter(column -> column.filling() == Filling.SEQUENCE)
                .filter(column -> QualifiedNames.backticks(column.defaultExpression())
                        .names()
                        .contains(sequence))
                .forEach(column -> fed.add(new ColumnName(table, column.name()))));
        return fed;
    }
}
