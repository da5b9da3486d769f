package dev.understudy.cli.config;

import dev.understudy.plan.NearestName;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of the configuration that stand for constants: {@code first-name} for {@code FIRST_NAME}. */
public final class Words {
    private static final Pattern BYTES = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([kKmMgG][bB])");
    private static final Map<String, Double> UNITS = Map.of("kb", 1e3, "mb", 1e6, "gb", 1e9);

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

    /**
     * An amount of memory: {@code 800kB}, {@code 512MB}, {@code 1.5 GB}.
     *
     * @param where the key, for messages
     * @return bytes, above 0
     * @throws UnderstudyException with {@code USAGE} for anything else
     */
    public static long bytes(String word, String where) {
        Matcher amount = BYTES.matcher(word.strip());
        double bytes = amount.matches()
                ? Double.parseDouble(amount.group(1))
                        * UNITS.get(amount.group(2).toLowerCase(Locale.ROOT))
                : 0;
        if (bytes < 1) {
            throw new UnderstudyException(
                    Problem.USAGE, "%s: %s is no amount of memory; write 512MB or 2GB.".formatted(where, word));
        }
        return (long) bytes;
    }

    /** The word for a constant: {@code first-name}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
