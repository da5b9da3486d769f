package dev.understudy.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.compare.ColumnKind;
import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Two folders of CSV files without quotes, described by SDV's metadata. */
final class CsvComparison {
    private static final double DAY = 86_400_000_000.0;

    private CsvComparison() {}

    static Comparison read(Path folder) throws IOException {
        JsonNode metadata =
                new ObjectMapper().readTree(folder.resolve("metadata.json").toFile());
        Map<String, ComparedTable> tables = new LinkedHashMap<>();
        Map<String, Map<String, String[]>> real = new HashMap<>();
        Map<String, Map<String, String[]>> synthetic = new HashMap<>();
        metadata.get("tables").properties().forEach(entry -> {
            String name = entry.getKey();
            real.put(name, columns(folder.resolve("real").resolve(name + ".csv")));
            synthetic.put(name, columns(folder.resolve("synthetic").resolve(name + ".csv")));
            tables.put(name, table(name, entry.getValue().get("columns"), real.get(name), synthetic.get(name)));
        });
        List<ComparedLink> links = new ArrayList<>();
        for (JsonNode link : metadata.get("relationships")) {
            String child = link.get("child_table_name").asText();
            String parent = link.get("parent_table_name").asText();
            String column = link.get("child_foreign_key").asText();
            String key = link.get("parent_primary_key").asText();
            links.add(new ComparedLink(
                    column,
                    tables.get(child),
                    tables.get(parent),
                    false,
                    rows(real.get(child).get(column), real.get(parent).get(key)),
                    rows(synthetic.get(child).get(column), synthetic.get(parent).get(key))));
        }
        return new Comparison(List.copyOf(tables.values()), links);
    }

    private static Map<String, String[]> columns(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] names = lines.get(0).split(",", -1);
            Map<String, String[]> columns = new LinkedHashMap<>();
            for (int c = 0; c < names.length; c++) {
                int column = c;
                columns.put(
                        names[c],
                        lines.stream()
                                .skip(1)
                                .map(line -> line.split(",", -1)[column])
                                .toArray(String[]::new));
            }
            return columns;
        } catch (IOException problem) {
            throw new IllegalStateException("Cannot read " + file.getFileName(), problem);
        }
    }

    private static ComparedTable table(
            String name, JsonNode types, Map<String, String[]> real, Map<String, String[]> synthetic) {
        List<ComparedColumn> compared = new ArrayList<>();
        types.properties().forEach(entry -> {
            String[] values = real.get(entry.getKey());
            String[] others = synthetic.get(entry.getKey());
            switch (entry.getValue().get("sdtype").asText()) {
                case "numerical" ->
                    compared.add(new ComparedColumn(
                            entry.getKey(), ColumnKind.NUMBER, 0, 0, numbers(values), numbers(others)));
                case "datetime" ->
                    compared.add(new ComparedColumn(entry.getKey(), ColumnKind.TIME, 0, 0, days(values), days(others)));
                case "categorical" -> {
                    Map<String, Integer> codes = new HashMap<>();
                    double[] a = categories(values, codes);
                    double[] b = categories(others, codes);
                    compared.add(new ComparedColumn(entry.getKey(), ColumnKind.CATEGORY, codes.size() + 1, 0, a, b));
                }
                default -> {}
            }
        });
        int rows = real.values().iterator().next().length;
        int otherRows = synthetic.values().iterator().next().length;
        return new ComparedTable(
                name,
                compared,
                List.of(),
                LongStream.range(0, rows).toArray(),
                LongStream.range(rows, rows + otherRows).toArray());
    }

    private static double[] numbers(String[] values) {
        return Arrays.stream(values)
                .mapToDouble(v -> v.isEmpty() ? Double.NaN : Double.parseDouble(v))
                .toArray();
    }

    private static double[] days(String[] values) {
        return Arrays.stream(values)
                .mapToDouble(v -> v.isEmpty() ? Double.NaN : LocalDate.parse(v).toEpochDay() * DAY)
                .toArray();
    }

    private static double[] categories(String[] values, Map<String, Integer> codes) {
        return Arrays.stream(values)
                .mapToDouble(v -> v.isEmpty() ? Double.NaN : codes.computeIfAbsent(v, x -> codes.size()))
                .toArray();
    }

    private static int[] rows(String[] links, String[] keys) {
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < keys.length; row++) {
            rowOf.put(keys[row], row);
        }
        return Arrays.stream(links)
                .mapToInt(link -> rowOf.getOrDefault(link, -1))
                .toArray();
    }
}
