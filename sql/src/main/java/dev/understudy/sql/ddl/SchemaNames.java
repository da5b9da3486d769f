package dev.understudy.sql.ddl;

import dev.understudy.schema.TableName;
import java.util.Map;

/**
 * What each schema of the source is called in the target. A schema that is not listed keeps its name; for MariaDB,
 * where a schema is a database, the two names usually differ.
 *
 * @param bySource target name by source name
 */
public record SchemaNames(Map<String, String> bySource) {
    /** Every schema keeps its name. */
    public static final SchemaNames SAME = new SchemaNames(Map.of());

    public SchemaNames {
        bySource = Map.copyOf(bySource);
    }

    public String target(String sourceSchema) {
        return bySource.getOrDefault(sourceSchema, sourceSchema);
    }

    /** The same object in the target's schema. */
    public TableName target(TableName source) {
        return new TableName(target(source.schema()), source.name());
    }
}
