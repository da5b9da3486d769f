package dev.understudy.sql.vendor;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the source's schemas are called in the target when the user does not say. */
public final class DefaultSchemaNames {
    private DefaultSchemaNames() {}

    /**
     * Schemas keep their names, only the default one becomes the target's default one. Between databases of one vendor
     * all keep their names, except in MariaDB, where a schema is a database: what the connection names is meant. A source
     * of a single schema goes there too, whatever that schema is called.
     *
     * @param targetDefaultSchema the schema that an unqualified name means in the target
     */
    public static SchemaNames of(Schema source, Vendor target, String targetDefaultSchema) {
        if (source.vendor() == target && target != Vendor.MARIADB) {
            return SchemaNames.SAME;
        }
        List<String> schemas = Stream.of(
                        source.tables().stream().map(table -> table.name().schema()),
                        source.sequences().stream()
                                .map(sequence -> sequence.name().schema()),
                        source.objects().stream().map(object -> object.name().schema()))
                .flatMap(names -> names)
                .distinct()
                .toList();
        if (target == Vendor.SQLITE) {
            return oneSchema(source, schemas);
        }
        boolean single = schemas.size() == 1 && (target == Vendor.MARIADB || source.vendor() == Vendor.MARIADB);
        return new SchemaNames(Map.of(single ? schemas.get(0) : source.defaultSchema(), targetDefaultSchema));
    }

    /** SQLite's files have one schema, which has no name of its own. */
    private static SchemaNames oneSchema(Schema source, List<String> schemas) {
        Map<String, TableName> seen = new HashMap<>();
        for (Table table : source.tables()) {
            TableName before = seen.put(table.name().name().toLowerCase(Locale.ROOT), table.name());
            if (before != null) {
                throw new UnderstudyException(
                        Problem.USAGE,
                        "SQLite has one schema, in which %s and %s would be one table; choose one of the schemas by --schema."
                                .formatted(before, table.name()));
            }
        }
        Map<String, String> none = new HashMap<>();
        schemas.forEach(schema -> none.put(schema, ""));
        none.put(source.defaultSchema(), "");
        return new SchemaNames(none);
    }
}
