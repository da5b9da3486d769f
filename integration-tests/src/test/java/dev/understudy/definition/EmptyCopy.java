package dev.understudy.definition;

import dev.understudy.introspect.Introspection;
import dev.understudy.introspect.SchemaSelection;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject.Handling;
import dev.understudy.schema.TableKind;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.TargetDefinition;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes the copy that a definition describes, and reads databases back as schemas that can be compared. */
final class EmptyCopy {
    private EmptyCopy() {}

    static Schema read(String url, String... schemas) {
        try (Connection connection = DriverManager.getConnection(url)) {
            return Introspection.read(connection, SchemaSelection.of(schemas));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs all phases on one connection. */
    static void create(String url, TargetDefinition definition) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (DdlStatement ddl : definition.statements()) {
                try {
                    statement.execute(ddl.sql());
                } catch (SQLException e) {
                    throw new AssertionError(
                            "%s %s: %s%n%s".formatted(ddl.phase(), ddl.object(), e.getMessage(), ddl.sql()), e);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The schema as an empty copy has it: no rows yet, and nothing of what is withheld. */
    static Schema comparable(Schema schema) {
        return new Schema(
                schema.vendor(),
                schema.vendorVersion(),
                schema.defaultSchema(),
                schema.tables().stream()
                        .filter(table -> table.kind() != TableKind.FOREIGN)
                        .map(table -> table.withApproximateRows(-1))
                        .toList(),
                schema.foreignKeys(),
                schema.sequences(),
                schema.objects().stream()
                        .filter(object -> object.handling() != Handling.WITHHOLD)
                        .toList());
    }
}
