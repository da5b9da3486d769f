package dev.understudy.sql.ddl;

import dev.understudy.schema.Schema;

/** Turns what was read from a source into the statements that make its empty copy. Pure: the same in, the same out. */
public interface TableDefinitions {
    TargetDefinition define(Schema source, SchemaNames names);
}
