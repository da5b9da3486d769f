package dev.understudy.meanings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * What a column means by the judgement of a person.
 *
 * @param set     of data
 * @param right   meanings of which each is right, as in a configuration; {@code none} for nothing that can be told
 */
record Label(String set, String table, String column, Set<String> right) {
    private static final String NONE = "none";

    static List<Label> all() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Label.class.getResourceAsStream("labels.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(f -> new Label(
                            f[0], f[1], f[2], Set.of(f[3].replace('_', '-').split("\\|"))))
                    .toList();
        }
    }

    /** True if there is something to be told, so that silence is a miss. */
    boolean hasMeaning() {
        return !right.contains(NONE);
    }

    boolean accepts(String meaning) {
        return right.contains(meaning.isEmpty() ? NONE : meaning);
    }

    @Override
    public String toString() {
        return "%s %s.%s: %s"
                .formatted(
                        set,
                        table,
                        column,
                        String.join(" or ", right.stream().sorted().toList()));
    }
}
