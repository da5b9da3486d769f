package dev.understudy.plan;

import dev.understudy.schema.Check;
import dev.understudy.schema.text.QualifiedNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * JSON objects of the members that checks name, as {@code matcher ? 'glob' AND matcher ->> 'glob' <> ''} does: all of them,
 * each by itself, all but one, two of them. Each a function of a number, as {@link LiteralForms} are.
 */
final class NamedDocuments {
    /** Of more names no choices are tried, since each costs a question. */
    private static final int MOST_NAMES = 8;

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$.-]*");
    private static final List<String> VALUES = List.of("\"text %d\"", "%d", "[\"text %d\"]");

    private NamedDocuments() {}

    /** @param checks that look at the document */
    static List<IntFunction<String>> of(List<Check> checks) {
        Set<String> found = new LinkedHashSet<>();
        for (Check check : checks) {
            QualifiedNames.ansi(check.expression()).strings().stream()
                    .filter(text -> NAME.matcher(text).matches())
                    .forEach(found::add);
        }
        List<String> names = found.stream().limit(MOST_NAMES).toList();
        List<IntFunction<String>> forms = new ArrayList<>();
        for (List<String> members : choices(names)) {
            for (String value : VALUES) {
                forms.add(i -> members.stream()
                        .map(name -> "\"" + name + "\": " + value.formatted(i + 1))
                        .collect(Collectors.joining(", ", "{", "}")));
            }
        }
        return forms;
    }

    private static Set<List<String>> choices(List<String> names) {
        Set<List<String>> choices = new LinkedHashSet<>();
        choices.add(names);
        names.forEach(name -> choices.add(List.of(name)));
        names.forEach(left ->
                choices.add(names.stream().filter(name -> !name.equals(left)).toList()));
        IntStream.range(0, names.size())
                .forEach(a -> IntStream.range(a + 1, names.size())
                        .forEach(b -> choices.add(List.of(names.get(a), names.get(b)))));
        choices.remove(List.of());
        return choices;
    }
}
