package dev.understudy.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a catalog says of the selected schemas of one database. Immutable; equal schemas are equal values.
 *
 * @param vendor        the product it was read from
 * @param vendorVersion its version, as {@code 15.18}
 * @param defaultSchema the schema that an unqualified name means ({@code public}, the MariaDB database, {@code PUBLIC})
 * @param tables        sorted by name; partitions included
 * @param foreignKeys   sorted by child table, then name; those of partitions are left out when their
 *                      partitioned table has the same link
 * @param sequences     sorted by name
 * @param objects       everything else, in an order in which it can be created
 * @param declarations  what the operator says of rows; a catalog says none of it
 */
public record Schema(
        Vendor vendor,
        String vendorVersion,
        String defaultSchema,
        List<Table> tables,
        List<ForeignKey> foreignKeys,
        List<Sequence> sequences,
        List<SchemaObject> objects,
        Declarations declarations) {

    /** What a catalog says. */
    public Schema(
            Vendor vendor,
            String vendorVersion,
            String defaultSchema,
            List<Table> tables,
            List<ForeignKey> foreignKeys,
            List<Sequence> sequences,
            List<SchemaObject> objects) {
        this(vendor, vendorVersion, defaultSchema, tables, foreignKeys, sequences, objects, Declarations.NONE);
    }

    public Schema {
        Objects.requireNonNull(declarations);
        Objects.requireNonNull(vendor);
        Objects.requireNonNull(vendorVersion);
        Objects.requireNonNull(defaultSchema);
        tables = ByTable.of(tables, List.of(Table::name));
        foreignKeys = ByTable.of(foreignKeys, List.of(ForeignKey::child, ForeignKey::parent));
        sequences = List.copyOf(sequences);
        objects = List.copyOf(objects);
    }

    /** The same with other links. */
    public Schema with(List<ForeignKey> links) {
        return new Schema(vendor, vendorVersion, defaultSchema, tables, links, sequences, objects, declarations);
    }

    /** The same with what the operator says of rows. */
    public Schema with(Declarations declared) {
        return new Schema(vendor, vendorVersion, defaultSchema, tables, foreignKeys, sequences, objects, declared);
    }

    /** Tables by name, in the order of {@link #tables()}. Cost: linear; keep it when asking often. */
    public Map<TableName, Table> tablesByName() {
        Map<TableName, Table> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        return byName;
    }

    public Optional<Table> table(TableName name) {
        return ByTable.find(tables, 0, name).stream().findFirst();
    }

    /** Links that leave {@code child}, in order. */
    public List<ForeignKey> foreignKeysOf(TableName child) {
        return ByTable.find(foreignKeys, 0, child);
    }

    /** Links that arrive at {@code parent}, in order. */
    public List<ForeignKey> foreignKeysTo(TableName parent) {
        return ByTable.find(foreignKeys, 1, parent);
    }

    /** Tables that rows are read from and written to by their own name. */
    public List<Table> rowTables() {
        return tables.stream().filter(Table::holdsRows).toList();
    }
}
