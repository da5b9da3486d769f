package dev.understudy.semantic;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Words of several languages that only say which one of a row is meant, where they stand behind. */
    private static final Set<String> ROLES_BEHIND = Set.of(
            "emergencia",
            "emergency",
            "emergenza",
            "urgence",
            "urgencia",
            "notfall",
            "livraison",
            "facturation",
            "expediteur",
            "destinataire",
            "envio",
            "facturacion",
            "entrega",
            "spedizione",
            "fatturazione",
            "consegna",
            "lieferung",
            "rechnung",
            "versand",
            "residenza",
            "residence",
            "residencia",
            "wohnsitz",
            "laboral",
            "trabajo",
            "casa",
            "travail",
            "domicile",
            "privat",
            "dienstlich",
            "delivery",
            "billing",
            "shipping");

    private static final Pattern NUMBER_AT_AN_END = Pattern.compile(
            "^(no|nr|num|nro|nbr|number|numero|nummer|numer|cislo|cod|code|codigo|codice)_|_(no|nr|num|nro|nbr|number|numero|nummer)$");
    private static final Pattern NUMBER_IN_FRONT =
            Pattern.compile("^(no|nr|num|nro|nbr|number|numero|nummer|numer|cislo)_(de_|do_|della_)?(.+)$");
    private static final Pattern ENDS = Pattern.compile("^_+|_+$");
    private static final ConcurrentMap<String, String> SNAKES = new ConcurrentHashMap<>();
    private static final int MOST_SNAKES = 50_000;
    private static final int FEWEST_COLUMNS = 4;
    private static final double MOST_COLUMNS = 0.6;
    private static final int LONGEST_ABBREVIATION = 5;

    /** The words with the role in front. */
    String whole() {
        return role.isEmpty() ? text : role + "_" + text;
    }

    static NameWords of(TableNames names, String column) {
        String table = snake(names.table().name());
        String words = snake(column);
        words = withoutPrefix(words, abbreviation(words));
        words = withoutPrefix(words, shared(names, words));
        words = withoutPrefix(words, singular(table));
        words = withoutPrefix(words, table);
        words = withoutPrefix(words, abbreviationOf(table, words));
        words = withoutSuffix(words, singular(table));
        words = withoutSuffix(words, table);
        List<String> parts = List.of(words.split("_"));
        if (parts.size() > 1 && ROLES.contains(parts.get(0))) {
            return new NameWords(words.substring(parts.get(0).length() + 1), parts.get(0));
        }
        return new NameWords(words, "");
    }

    /** The same with each word replaced by what it stands for. */
    NameWords expanded() {
        return new NameWords(
                Stream.of(text.split("_")).map(NameVocabulary::expanded).collect(Collectors.joining("_")), role);
    }

    /** Without words that say only that it is a number: {@code passport} of {@code passport_no} and {@code numtelefone}. */
    NameWords withoutNumber() {
        String without = NUMBER_AT_AN_END.matcher(text).replaceAll("");
        return new NameWords(without.isEmpty() ? text : without, role);
    }

    /** With the number behind, where it stands in front: {@code chassis_number} of {@code num_chassis}. */
    NameWords withNumberBehind() {
        return new NameWords(NUMBER_IN_FRONT.matcher(text).replaceAll("$3_number"), role);
    }

    /** Without a last word that only says which one of a row is meant: {@code tel} of {@code tel_emergencia}. */
    NameWords withoutRoleBehind() {
        int end = text.lastIndexOf('_');
        return end > 0 && ROLES_BEHIND.contains(text.substring(end + 1))
                ? new NameWords(text.substring(0, end), text.substring(end + 1))
                : this;
    }

    /** The first word, if it is none of those that say something, and most columns of the table begin with it. */
    private static String shared(TableNames names, String words) {
        int end = words.indexOf('_');
        if (end < 0 || names.columns().size() < FEWEST_COLUMNS || NameVocabulary.has(words.substring(0, end))) {
            return "";
        }
        String prefix = words.substring(0, end + 1);
        long with = names.columns().stream()
                .filter(column -> snake(column).startsWith(prefix))
                .count();
        return with >= MOST_COLUMNS * names.columns().size() ? words.substring(0, end) : "";
    }

    /** The first word, if it is a short form of the table's name and no word of its own: {@code cat} in {@code categories}. */
    private static String abbreviationOf(String table, String words) {
        int end = words.indexOf('_');
        if (end < 2 || end > LONGEST_ABBREVIATION || NameVocabulary.has(words.substring(0, end))) {
            return "";
        }
        String letters = words.substring(0, end);
        for (int start = 0; start >= 0; start = table.indexOf('_', start) < 0 ? -1 : table.indexOf('_', start) + 1) {
            if (table.charAt(start) == letters.charAt(0) && holdsInOrder(table.substring(start), letters)) {
                return letters;
            }
        }
        return "";
    }

    private static boolean holdsInOrder(String text, String letters) {
        int found = 0;
        for (int i = 0; i < text.length() && found < letters.length(); i++) {
            found += text.charAt(i) == letters.charAt(found) ? 1 : 0;
        }
        return found == letters.length();
    }

    /** A schema has few names, but each is asked about with each of its table. */
    static String snake(String name) {
        if (SNAKES.size() > MOST_SNAKES) {
            SNAKES.clear();
        }
        return SNAKES.computeIfAbsent(name, NameWords::snakeOf);
    }

    private static String snakeOf(String name) {
        String plain = MARKS.matcher(
                        Normalizer.normalize(name.replace("ß", "ss").replace("ł", "l"), Normalizer.Form.NFD))
                .replaceAll("");
        String spaced = HUMP.matcher(plain).replaceAll("_");
        return ENDS.matcher(GAP.matcher(spaced).replaceAll("_").toLowerCase(Locale.ROOT))
                .replaceAll("");
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
        return end == 1 || end == 2 && !words.startsWith("id") && !NameVocabulary.has(words.substring(0, 2))
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
