package dev.understudy.semantic;

import dev.understudy.schema.TableName;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a column's name: lower case, without accents, joined by underscores, without what only repeats the table.
 *
 * @param text what is left of the name: {@code first_name} of {@code customer.customerFirstName}
 * @param role which of several persons or places of a row it is about: {@code billing}; mostly empty
 */
record NameWords(String text, String role) {
    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\d]+");
    private static final Set<String> ROLES = Set.of(
            "billing",
            "bill",
            "shipping",
            "ship",
            "delivery",
            "invoice",
            "mailing",
            "home",
            "work",
            "birth",
            "death",
            "origin",
            "destination",
            "departure",
            "arrival",
            "from",
            "to",
            "pickup",
            "dropoff",
            "sender",
            "recipient",
            "buyer",
            "seller",
            "father",
            "mother",
            "spouse",
            "partner",
            "emergency",
            "manager",
            "supervisor",
            "guardian");

    /** The words with the role in front. */
    String whole() {
        return role.isEmpty() ? text : role + "_" + text;
    }

    static NameWords of(TableName table, String column) {
        String words = snake(column);
        words = withoutPrefix(words, abbreviation(words));
        words = withoutPrefix(words, singular(snake(table.name())));
        words = withoutPrefix(words, snake(table.name()));
        words = withoutSuffix(words, singular(snake(table.name())));
        words = withoutSuffix(words, snake(table.name()));
        List<String> parts = List.of(words.split("_"));
        if (parts.size() > 1 && ROLES.contains(parts.get(0))) {
            return new NameWords(words.substring(parts.get(0).length() + 1), parts.get(0));
        }
        return new NameWords(words, "");
    }

    static String snake(String name) {
        String plain = MARKS.matcher(
                        Normalizer.normalize(name.replace("ß", "ss").replace("ł", "l"), Normalizer.Form.NFD))
                .replaceAll("");
        String spaced = HUMP.matcher(plain).replaceAll("_");
        return GAP.matcher(spaced).replaceAll("_").toLowerCase(Locale.ROOT).replaceAll("^_+|_+$", "");
    }

    static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    }

    /** {@code c} of {@code c_name}, {@code ps} of {@code ps_comment}: every column of such a table begins with it. */
    private static String abbreviation(String words) {
        int end = words.indexOf('_');
        return end == 1 || end == 2 && !words.startsWith("id") && !words.startsWith("ip")
                ? words.substring(0, end)
                : "";
    }

    /** {@code vorname_mitarbeiter} of the table {@code mitarbeiter}. */
    private static String withoutSuffix(String words, String suffix) {
        boolean longer = suffix.length() > 2 && words.length() > suffix.length() + 2;
        return longer && words.endsWith("_" + suffix)
                ? words.substring(0, words.length() - suffix.length() - 1)
                : words;
    }

    private static String withoutPrefix(String words, String prefix) {
        boolean longer = !prefix.isEmpty() && words.length() > prefix.length() + 1;
        return longer && words.startsWith(prefix + "_") ? words.substring(prefix.length() + 1) : words;
    }
}
