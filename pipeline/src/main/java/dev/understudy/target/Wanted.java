package dev.understudy.target;

import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import java.util.List;
import java.util.Set;

/**
 * What is to stand in a target once a run is done.
 *
 * @param source     the schema that rows are like
 * @param definition how the target's tables are made, by their names there; used for {@link SchemaSource#CREATE}
 * @param names      what the source's schemas are called in the target
 * @param tables     source names of the tables that will get rows
 */
record Wanted(Schema source, TargetDefinition definition, SchemaNames names, Set<TableName> tables) {
    List<TableName> targetNames() {
        return Verification.targetNames(names, tables);
    }
}
