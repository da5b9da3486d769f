package dev.understudy.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table with everything that belongs to it alone.
 *
 * @param name            its name
 * @param kind            how it holds its rows
 * @param columns         in declared order
 * @param keys            primary key first, if there is one, then unique constraints and indexes
 * @param checks          conditions on its rows, without the ones that only repeat NOT NULL
 * @param indexes         indexes that are not unique, and exclusion constraints
 * @param inherits        for a partition its partitioned table, for an inherited table its parents; else empty
 * @param partitioning    the vendor's texts: {@code PARTITION BY …} of a partitioned table, {@code FOR VALUES …} of a
 *                        partition; a partition that is partitioned again has both, separated by a line break
 * @param approximateRows what the vendor's statistics say; -1 if they say nothing
 * @param comment         the comment of the catalog, or empty
 * @param definition      the vendor's whole CREATE TABLE where the catalog gives one (MariaDB), or empty
 * @param options         the vendor's texts of how it is stored, separated by line breaks; empty when ordinary:
 *                        {@code UNLOGGED}, {@code WITH (fillfactor='70')}
 */
public record Table(
        TableName name,
        TableKind kind,
        List<Column> columns,
        List<UniqueKey> keys,
        List<Check> checks,
        List<Index> indexes,
        List<TableName> inherits,
        String partitioning,
        long approximateRows,
        String comment,
        String definition,
        String options) {

    public Table {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(partitioning);
        Objects.requireNonNull(comment);
        Objects.requireNonNull(definition);
        Objects.requireNonNull(options);
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
        inherits = List.copyOf(inherits);
    }

    /** A table that is stored in the ordinary way. */
    public Table(
            TableName name,
            TableKind kind,
            List<Column> columns,
            List<UniqueKey> keys,
            List<Check> checks,
            List<Index> indexes,
            List<TableName> inherits,
            String partitioning,
            long approximateRows,
            String comment,
            String definition) {
        this(
                name,
                kind,
                columns,
                keys,
                checks,
                indexes,
                inherits,
                partitioning,
                approximateRows,
                comment,
                definition,
                "");
    }

    /** An ordinary table of columns and keys. */
    public static Table of(TableName name, List<Column> columns, List<UniqueKey> keys) {
        return new Table(name, TableKind.ORDINARY, columns, keys, List.of(), List.of(), List.of(), "", -1, "", "");
    }

    public Optional<UniqueKey> primaryKey() {
        return keys.stream().filter(UniqueKey::primary).findFirst();
    }

    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** Position of a column in {@link #columns()}, or -1. */
    public int columnIndex(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    /** The same table with another number of rows. */
    public Table withApproximateRows(long rows) {
        return new Table(
                name, kind, columns, keys, checks, indexes, inherits, partitioning, rows, comment, definition, options);
    }

    /** The same table with other columns. */
    public Table withColumns(List<Column> others) {
        return new Table(
                name,
                kind,
                others,
                keys,
                checks,
                indexes,
                inherits,
                partitioning,
                approximateRows,
                comment,
                definition,
                options);
    }

    /** True if rows are read from and written to this table by its own name. */
    public boolean holdsRows() {
        return kind != TableKind.PARTITION && kind != TableKind.FOREIGN;
    }
}
