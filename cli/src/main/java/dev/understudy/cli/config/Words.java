package dev.understudy.cli.config;

import dev.understudy.plan.NearestName;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words of the configuration that stand for constants: {@code first-name} for {@code FIRST_NAME}. */
public final class Words {
    private Words() {}

    /**
     * @param where the key, for messages
     * @throws UnderstudyException with {@code USAGE} and the nearest word
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String word, String where) {
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
        return type.getEnumConstants()[known.indexOf(oneOf(word, known, where))];
    }

    /** The word itself, in the spelling of the list. */
    public static String oneOf(String word, List<String> known, String where) {
        return known.stream()
                .filter(one -> one.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UnderstudyException(
                        Problem.USAGE,
                        "%s: %s is not known; %s".formatted(where, word, NearestName.suggestion(word, known))));
    }

    /** The word for a constant: {@code first-name}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
