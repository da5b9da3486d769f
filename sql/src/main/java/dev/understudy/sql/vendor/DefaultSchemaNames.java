package dev.understudy.sql.vendor;

import dev.understudy.schema.Schema;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import java.util.List;
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
        boolean single = schemas.size() == 1 && (target == Vendor.MARIADB || source.vendor() == Vendor.MARIADB);
        return new SchemaNames(Map.of(single ? schemas.get(0) : source.defaultSchema(), targetDefaultSchema));
    }
}
