package dev.understudy.model;

import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that is kept of a source: enough to fill any number of targets, and nothing that fewer than k families share.
 *
 * @param format   version of this record's layout; a file of another format is refused
 * @param schema   the source's definition
 * @param tables   one per row table, parents before children
 * @param settings settings of the learning by name, sorted, for provenance
 * @param profile  how the source's rows were spread, to be compared with later ones
 */
public record DatabaseModel(
        int format, Schema schema, List<TableModel> tables, List<Setting> settings, Profile profile) {
    public static final int FORMAT = 10;

    /** One setting of the learning. */
    public record Setting(String name, String value) {}

    public DatabaseModel {
        tables = List.copyOf(tables);
        settings = List.copyOf(settings);
        profile = profile == null ? Profile.NONE : profile;
    }

    /** A model without a profile. */
    public DatabaseModel(int format, Schema schema, List<TableModel> tables, List<Setting> settings) {
        this(format, schema, tables, settings, Profile.NONE);
    }

    /** The same model with what its source looked like. */
    public DatabaseModel with(Profile told) {
        return new DatabaseModel(format, schema, tables, settings, told);
    }

    /** All forests, in the order of {@link #mapForests}. */
    public Stream<Forest> forests() {
        return tables.stream().flatMap(table -> table.cascade().stream()).flatMap(CascadeColumn::forests);
    }

    /** The same model with other forests. */
    public DatabaseModel mapForests(UnaryOperator<Forest> other) {
        return mapTables(table -> table.mapForests(other));
    }

    /** The same model with other tables. */
    public DatabaseModel mapTables(UnaryOperator<TableModel> other) {
        return new DatabaseModel(format, schema, tables.stream().map(other).toList(), settings, profile);
    }

    public Optional<TableModel> table(TableName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
