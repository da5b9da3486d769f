package dev.understudy.schema;

import java.util.List;
import java.util.Objects;

/**
 * An index that is not unique, or an exclusion constraint.
 *
 * @param name       index or constraint name
 * @param columns    plain columns in index order; expressions are left out
 * @param exclusion  true for an exclusion constraint (no two rows may overlap)
 * @param definition the vendor's own definition: a whole CREATE INDEX, or the clause of an exclusion constraint;
 *                   empty if only the columns are known
 */
public record Index(String name, List<String> columns, boolean exclusion, String definition) {
    public Index {
        Objects.requireNonNull(name);
        Objects.requireNonNull(definition);
        columns = List.copyOf(columns);
    }
}
