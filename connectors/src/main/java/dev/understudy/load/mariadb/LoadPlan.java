package dev.understudy.load.mariadb;

import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How one table is loaded: the columns in order, and the statement that takes them. */
record LoadPlan(TableName table, List<LoadColumn> columns) {
    LoadPlan {
        columns = List.copyOf(columns);
    }

    String statement() {
        List<String> fields = new ArrayList<>();
        List<String> conversions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            LoadColumn column = columns.get(i);
            String name = Identifiers.quote(Vendor.MARIADB, column.name());
            if (column.conversion().isEmpty()) {
                fields.add(name);
            } else {
                String variable = "@v" + i;
                fields.add(variable);
                conversions.add(name + " = " + column.conversion().formatted(variable));
            }
        }
        return "LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + Identifiers.quote(Vendor.MARIADB, table)
                + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n'"
                + fields.stream().collect(Collectors.joining(", ", " (", ")"))
                + (conversions.isEmpty() ? "" : " SET " + String.join(", ", conversions));
    }
}
