package dev.understudy.demo;

import java.util.Objects;

/**
 * Something that is true in the demo shop, and by how much.
 *
 * @param name       short, for a table
 * @param sentence   what holds, for people
 * @param sqlMeasure a query in standard SQL that gives one row with one number, never null, on the source and on every
 *                   copy; table names are unqualified
 */
public record PlantedCorrelation(String name, String sentence, String sqlMeasure) {
    public PlantedCorrelation {
        Objects.requireNonNull(name);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(sqlMeasure);
    }
}
