package dev.understudy.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the operator decided about a target.
 *
 * @param schema              who makes the tables
 * @param migrations          folder of the user's migrations; only for {@link SchemaSource#MIGRATIONS}
 * @param replaceForeignRows  true if rows that Understudy did not write may be replaced
 * @param protectedPatterns   globs ({@code *}, {@code ?}) over URL, host or database name that must never be written to
 * @param sameOriginConfirmed true if the target may be a restored copy of the source's storage
 * @param keepsComments       true if no table's comment may say that its rows are synthetic
 * @param inPlace             true if rows are replaced in the tables that serve, not by exchanging tables
 */
public record TargetSettings(
        SchemaSource schema,
        Optional<Path> migrations,
        boolean replaceForeignRows,
        List<String> protectedPatterns,
        boolean sameOriginConfirmed,
        boolean keepsComments,
        boolean inPlace) {

    /** Creates the tables, replaces nothing of others, protects nothing by name. */
    public static final TargetSettings DEFAULT =
            new TargetSettings(SchemaSource.CREATE, Optional.empty(), false, List.of(), false);

    /** Comments of tables say that their rows are synthetic. */
    public TargetSettings(
            SchemaSource schema,
            Optional<Path> migrations,
            boolean replaceForeignRows,
            List<String> protectedPatterns,
            boolean sameOriginConfirmed) {
        this(schema, migrations, replaceForeignRows, protectedPatterns, sameOriginConfirmed, false, false);
    }

    public TargetSettings {
        Objects.requireNonNull(schema);
        Objects.requireNonNull(migrations);
        protectedPatterns = List.copyOf(protectedPatterns);
    }
}
