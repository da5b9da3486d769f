package dev.understudy.job;

import java.nio.file.Path;

/**
 * A folder of CSV files, one a table.
 *
 * @param folder where they are; {@code schema.json} in it says what they are, or the data that they are compared with do
 */
public record CsvSettings(Path folder) implements DataSet {
    @Override
    public String place() {
        return folder.toString();
    }
}
