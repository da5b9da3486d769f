package dev.understudy.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Columns of public schemas on which neither words nor thresholds were settled, with invented values: what a person says that
 * they mean, and what they are taken for. Every wrong answer and every miss is written to {@code target/…-columns.txt}.
 */
class FreshColumnsTest {
    private static final String NONE = "none";

    private record Label(String source, String table, String column, String type, String values, Set<String> right) {
        static Label of(String line) {
            String[] f = line.split(" ");
            return new Label(f[0], f[1], f[2], f[3], f[4], Set.of(f[5].split("\\|")));
        }

        /** @param columns of its table */
        String told(List<String> columns) {
            TableNames names = new TableNames(Columns.table(table), columns);
            Column of = Column.of(column, ColumnType.of(family(), type), true);
            TextObserver observer = new TextObserver(Columns.K);
            List<String> invented = InventedValues.of(values);
            for (int i = 0; i < invented.size(); i++) {
                observer.observe(invented.get(i), i);
            }
            boolean looked = family() == TypeFamily.TEXT || TextObserver.mayMean(names, of);
            return (looked ? observer.meaning(names, of) : Optional.<ColumnMeaning>empty())
                    .map(meaning -> meaning.meaning().name().toLowerCase(Locale.ROOT))
                    .orElse(NONE);
        }

        private TypeFamily family() {
            return switch (type) {
                case "int", "bigint" -> TypeFamily.INTEGER;
                case "numeric" -> TypeFamily.DECIMAL;
                case "double" -> TypeFamily.REAL;
                case "date" -> TypeFamily.DATE;
                default -> TypeFamily.TEXT;
            };
        }

        private boolean isPersonal() {
            return right.stream()
                    .filter(word -> !word.equals(NONE))
                    .anyMatch(word ->
                            Meaning.valueOf(word.toUpperCase(Locale.ROOT)).aboutPersons());
        }
    }

    private static List<Label> labels(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(FreshColumnsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Label::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fresh-labels.txt",
                "second-labels.txt",
                "third-labels.txt",
                "fourth-labels.txt",
                "fifth-labels.txt"
            })
    void columnsThatNobodySettledAnythingOnAreTakenForWhatTheyAre(String file) throws IOException {
        int told = 0;
        int right = 0;
        int meant = 0;
        int found = 0;
        List<String> lines = new ArrayList<>();
        List<String> personal = new ArrayList<>();
        Map<String, List<String>> columns = labels(file).stream()
                .collect(Collectors.groupingBy(
                        label -> label.source + " " + label.table,
                        Collectors.mapping(Label::column, Collectors.toList())));
        for (Label label : labels(file)) {
            String answer = label.told(columns.get(label.source + " " + label.table));
            boolean accepted = label.right.contains(answer);
            boolean silent = answer.equals(NONE);
            told += silent ? 0 : 1;
            right += !silent && accepted ? 1 : 0;
            meant += label.right.contains(NONE) ? 0 : 1;
            found += !label.right.contains(NONE) && accepted ? 1 : 0;
            if (!accepted) {
                lines.add("%s, told %s".formatted(label, answer));
                if (label.isPersonal()
                        && (silent
                                || !Meaning.valueOf(answer.toUpperCase(Locale.ROOT))
                                        .aboutPersons())) {
                    personal.add("%s.%s, told %s".formatted(label.table, label.column, answer));
                }
            }
        }
        double precision = (double) right / told;
        double recall = (double) found / meant;
        lines.add(
                0,
                "%d columns, %d with a meaning, %d told; precision %.3f, recall %.3f; personal data missed: %s"
                        .formatted(labels(file).size(), meant, told, precision, recall, personal));
        Files.write(Path.of("target", file.replace("labels", "columns")), lines);

        assertThat(labels(file)).hasSizeGreaterThanOrEqualTo(150);
        assertThat(precision).as(String.join("\n", lines)).isGreaterThanOrEqualTo(0.97);
        assertThat(recall).as(String.join("\n", lines)).isGreaterThanOrEqualTo(0.93);
    }
}
