package dev.understudy.sql.vendor;

import dev.understudy.schema.Schema;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import java.util.Map;

/** What the schemas of a source are called in a target, where nobody says otherwise. */
public final class DefaultSchemaNames {
    private DefaultSchemaNames() {}

    /** @param defaultSchema schema of the target that an unqualified name means */
    public static SchemaNames of(Schema source, Vendor target, String defaultSchema) {
        return source.vendor() == target && target != Vendor.MARIADB
                ? SchemaNames.SAME
                : new SchemaNames(Map.of(source.defaultSchema(), defaultSchema));
    }
}
