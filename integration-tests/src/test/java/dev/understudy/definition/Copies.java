package dev.understudy.definition;

import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.TargetDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/** Runs definitions against a target. */
final class Copies {
    private Copies() {}

    /** Runs all phases; a failure names the statement. */
    static void create(Connection target, TargetDefinition definition) throws SQLException {
        create(target, definition, Phase.values());
    }

    static void create(Connection target, TargetDefinition definition, Phase... phases) throws SQLException {
        for (Phase phase : phases) {
            for (DdlStatement statement : definition.in(phase)) {
                try (var jdbc = target.createStatement()) {
                    jdbc.execute(statement.sql());
                } catch (SQLException problem) {
                    throw new AssertionError(
                            statement.phase() + " " + statement.object() + ": " + statement.sql(), problem);
                }
            }
        }
    }

    /** Phases that come after the rows. */
    static Phase[] afterLoad() {
        return Arrays.stream(Phase.values())
                .filter(phase -> phase != Phase.BEFORE_LOAD)
                .toArray(Phase[]::new);
    }

    /** The schema without what depends on its rows. */
    static Schema withoutRowCounts(Schema schema) {
        return new Schema(
                schema.vendor(),
                schema.vendorVersion(),
                schema.defaultSchema(),
                schema.tables().stream().map(Copies::withoutRowCount).toList(),
                schema.foreignKeys(),
                schema.sequences(),
                schema.objects());
    }

    private static Table withoutRowCount(Table table) {
        return table.withApproximateRows(-1);
    }
}
