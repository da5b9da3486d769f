package dev.understudy.clone;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What must hold in any copy, asked with JDBC's metadata and plain SQL, without any class of the product: links, keys,
 * NOT NULLs, and that no text of the source came through.
 */
public final class PlainCheck {
    private final Connection connection;
    private final String quote;
    private final boolean schemasAreCatalogs;
    private final boolean isPostgres;
    private final Set<Table> partitioned = new HashSet<>();

    public PlainCheck(Connection connection) throws SQLException {
        this.connection = connection;
        this.quote = connection.getMetaData().getIdentifierQuoteString();
        this.schemasAreCatalogs = connection.getSchema() == null;
        this.isPostgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        if (isPostgres) {
            findPartitioned();
        }
    }

    private void findPartitioned() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT nspname, relname FROM pg_class"
                        + " JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'p'")) {
            while (rows.next()) {
                partitioned.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
    }

    /** Names of tables with their schema, sorted; without Understudy's own. */
    public List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        DatabaseMetaData meta = connection.getMetaData();
        try (ResultSet rows =
                meta.getTables(schemasAreCatalogs ? connection.getCatalog() : null, null, "%", new String[] {
                    "TABLE", "BASE TABLE", "PARTITIONED TABLE"
                })) {
            while (rows.next()) {
                String schema = rows.getString(schemasAreCatalogs ? "TABLE_CAT" : "TABLE_SCHEM");
                String name = rows.getString("TABLE_NAME");
                boolean system = Set.of("INFORMATION_SCHEMA", "PG_CATALOG", "SYS", "MYSQL")
                        .contains(schema.toUpperCase(Locale.ROOT));
                if (!system && !name.toLowerCase(Locale.ROOT).startsWith("understudy_")) {
                    tables.add(new Table(schema, name));
                }
            }
        }
        return tables.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    public record Table(String schema, String name) {
        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    public long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** For rows of the table alone, without those of tables that inherit from it. */
    public String sql(Table table) {
        String name = quoted(table.schema()) + "." + quoted(table.name());
        return isPostgres && !partitioned.contains(table) ? "ONLY " + name : name;
    }

    /** True for a table that holds rows of another one. */
    public boolean isPartition(Table table) throws SQLException {
        return isPostgres
                && number("SELECT count(*) FROM pg_class WHERE relispartition AND oid = '%s'::regclass"
                                .formatted((quoted(table.schema()) + "." + quoted(table.name())).replace("'", "''")))
                        > 0;
    }

    private String quoted(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    public Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (Table table : tables()) {
            counts.put(table.name(), number("SELECT count(*) FROM " + sql(table)));
        }
        return counts;
    }

    /** @return how many links there are */
    public int noOrphans() throws SQLException {
        int links = 0;
        for (Table child : tables()) {
            for (Map.Entry<String, List<String[]>> link : links(child).entrySet()) {
                links++;
                Table parent =
                        new Table(link.getValue().get(0)[2], link.getValue().get(0)[3]);
                if (isPartition(parent)) {
                    // The catalog repeats a link to a partitioned table for each partition.
                    continue;
                }
                String set = link.getValue().stream()
                        .map(pair -> "c." + quoted(pair[0]) + " IS NOT NULL")
                        .collect(Collectors.joining(" AND "));
                String match = link.getValue().stream()
                        .map(pair -> "p." + quoted(pair[1]) + " = c." + quoted(pair[0]))
                        .collect(Collectors.joining(" AND "));
                long orphans = number("SELECT count(*) FROM %s c WHERE %s AND NOT EXISTS (SELECT 1 FROM %s p WHERE %s)"
                        .formatted(sql(child), set, sql(parent), match));
                assertThat(orphans)
                        .as("orphans of %s over %s", child, link.getKey())
                        .isZero();
            }
        }
        return links;
    }

    private Map<String, List<String[]>> links(Table child) throws SQLException {
        Map<String, List<String[]>> links = new LinkedHashMap<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getImportedKeys(
                        schemasAreCatalogs ? child.schema() : null,
                        schemasAreCatalogs ? null : child.schema(),
                        child.name())) {
            while (rows.next()) {
                links.computeIfAbsent(rows.getString("FK_NAME"), name -> new ArrayList<>())
                        .add(new String[] {
                            rows.getString("FKCOLUMN_NAME"),
                            rows.getString("PKCOLUMN_NAME"),
                            rows.getString(schemasAreCatalogs ? "PKTABLE_CAT" : "PKTABLE_SCHEM"),
                            rows.getString("PKTABLE_NAME")
                        });
            }
        }
        return links;
    }

    /** @return how many primary keys there are */
    public int noDuplicates() throws SQLException {
        int keys = 0;
        for (Table table : tables()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = connection
                    .getMetaData()
                    .getPrimaryKeys(
                            schemasAreCatalogs ? table.schema() : null,
                            schemasAreCatalogs ? null : table.schema(),
                            table.name())) {
                while (rows.next()) {
                    columns.add(quoted(rows.getString("COLUMN_NAME")));
                }
            }
            if (!columns.isEmpty()) {
                keys++;
                String list = String.join(", ", columns);
                assertThat(number("SELECT count(*) FROM (SELECT %s FROM %s GROUP BY %s HAVING count(*) > 1) d"
                                .formatted(list, sql(table), list)))
                        .as("repeated keys of %s", table)
                        .isZero();
            }
        }
        return keys;
    }

    public void noNullsWhereForbidden() throws SQLException {
        for (Table table : tables()) {
            try (ResultSet rows = connection
                    .getMetaData()
                    .getColumns(
                            schemasAreCatalogs ? table.schema() : null,
                            schemasAreCatalogs ? null : table.schema(),
                            table.name(),
                            "%")) {
                while (rows.next()) {
                    if ("NO".equals(rows.getString("IS_NULLABLE"))) {
                        String column = rows.getString("COLUMN_NAME");
                        assertThat(number("SELECT count(*) FROM %s WHERE %s IS NULL"
                                        .formatted(sql(table), quoted(column))))
                                .as("nulls in %s.%s", table, column)
                                .isZero();
                    }
                }
            }
        }
    }

    /**
     * Texts that say something of somebody: with an at sign, seven digits and more that read like a phone number (and not
     * like a date or an address of a network), or five words and more. Of those only the ones that fewer than {@code k}
     * rows of their column have.
     */
    Set<String> tellingTexts(int k, Set<String> exceptTables) throws SQLException {
        Set<String> telling = new TreeSet<>();
        for (Table table : tables()) {
            if (exceptTables.contains(table.name())) {
                continue;
            }
            for (String column : textColumns(table)) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT %s FROM %s GROUP BY %s HAVING count(*) < %d"
                                .formatted(quoted(column), sql(table), quoted(column), k))) {
                    while (rows.next()) {
                        String text = rows.getString(1);
                        if (text != null && tells(text)) {
                            telling.add(text);
                        }
                    }
                }
            }
        }
        return telling;
    }

    private static boolean tells(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        boolean network = text.matches("[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+(/[0-9]+)?");
        boolean date = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        boolean phone = digits >= 7 && text.matches("[+(]?[0-9][-0-9() ./+]+") && !network && !date;
        return text.contains("@") || phone || text.trim().split("\\s+").length >= 5;
    }

    private List<String> textColumns(Table table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getColumns(
                        schemasAreCatalogs ? table.schema() : null,
                        schemasAreCatalogs ? null : table.schema(),
                        table.name(),
                        "%")) {
            while (rows.next()) {
                int type = rows.getInt("DATA_TYPE");
                if (Set.of(
                                java.sql.Types.CHAR,
                                java.sql.Types.VARCHAR,
                                java.sql.Types.LONGVARCHAR,
                                java.sql.Types.NVARCHAR)
                        .contains(type)) {
                    columns.add(rows.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }
}
