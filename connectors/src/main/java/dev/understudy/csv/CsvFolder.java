package dev.understudy.csv;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Column;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of CSV files, one a table, named {@code table.csv} or {@code schema.table.csv}. What their columns mean stands in
 * {@code schema.json} beside them, or is what other data say that they are compared with.
 */
public final class CsvFolder {
    private static final String ENDING = ".csv";

    private final Schema schema;
    private final Map<TableName, CsvFile> files;

    private CsvFolder(Schema schema, Map<TableName, CsvFile> files) {
        this.schema = schema;
        this.files = files;
    }

    /** @throws UnderstudyException if it has no description, or a table or a column of it has no place in the files */
    public static CsvFolder open(Path folder) {
        Path description = folder.resolve(SchemaFile.NAME);
        if (!Files.isRegularFile(description)) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "%s holds no %s, which says what the columns of its files are.".formatted(folder, SchemaFile.NAME));
        }
        Schema schema = SchemaFile.read(description);
        Map<TableName, CsvFile> files = new LinkedHashMap<>();
        List<Path> left = new ArrayList<>(csv(folder));
        for (Table table : schema.tables()) {
            Path file = file(left, table.name())
                    .orElseThrow(() -> new UnderstudyException(
                            Problem.USAGE,
                            "%s describes the table %s, but there is no file %s%s."
                                    .formatted(description, table.name(), table.name(), ENDING)));
            left.remove(file);
            CsvFile opened = CsvFile.open(file);
            for (Column column : table.columns()) {
                if (opened.place(column.name()) < 0) {
                    throw new UnderstudyException(
                            Problem.USAGE,
                            "%s has no column %s, which %s describes.".formatted(file, column.name(), description));
                }
            }
            files.put(table.name(), opened);
        }
        if (!left.isEmpty()) {
            throw new UnderstudyException(
                    Problem.USAGE, "%s describes no table for %s.".formatted(description, left.get(0)));
        }
        return new CsvFolder(schema, files);
    }

    /**
     * A folder that other data describe. Tables and columns that it lacks are left out of its schema; columns and files that
     * the other data lack are not read.
     *
     * @throws UnderstudyException if no file is one of the described tables
     */
    public static CsvFolder open(Path folder, Schema described) {
        if (Files.isRegularFile(folder.resolve(SchemaFile.NAME))) {
            return open(folder);
        }
        List<Path> all = csv(folder);
        Map<TableName, CsvFile> files = new LinkedHashMap<>();
        List<Table> tables = new ArrayList<>();
        for (Table table : described.rowTables()) {
            file(all, table.name()).ifPresent(file -> {
                CsvFile opened = CsvFile.open(file);
                List<Column> held = table.columns().stream()
                        .filter(column -> opened.place(column.name()) >= 0)
                        .toList();
                files.put(table.name(), opened);
                tables.add(Table.of(table.name(), held, List.of()));
            });
        }
        if (tables.isEmpty()) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "No file of %s is named after a table, such as %s%s."
                            .formatted(
                                    folder,
                                    described.rowTables().stream()
                                            .map(table -> table.name().name())
                                            .findFirst()
                                            .orElse("table"),
                                    ENDING));
        }
        return new CsvFolder(
                new Schema(
                        described.vendor(),
                        described.vendorVersion(),
                        described.defaultSchema(),
                        tables,
                        List.of(),
                        List.of(),
                        List.of()),
                files);
    }

    private static List<Path> csv(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).toLowerCase(Locale.ROOT).endsWith(ENDING))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UnderstudyException(Problem.USAGE, "The folder %s cannot be read.".formatted(folder), e);
        }
    }

    /** The file with the full name of a table wins over that with its bare name. */
    private static Optional<Path> file(List<Path> files, TableName table) {
        return Stream.of(table.toString(), table.name())
                .flatMap(name -> files.stream().filter(file -> name(file).equalsIgnoreCase(name + ENDING)))
                .findFirst();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    public Schema schema() {
        return schema;
    }

    /** @param maxDuration after which reading is given up */
    public SnapshotSource rows(Duration maxDuration) {
        return new CsvRows(schema, files, maxDuration);
    }
}
