package dev.understudy.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What has a name: persons, companies, places. Tables and words before {@code name} are told by the same lists. */
enum NamedThings {
    PERSONS(Meaning.FULL_NAME),
    COMPANIES(Meaning.COMPANY),
    PRODUCTS(Meaning.PRODUCT),
    CITIES(Meaning.CITY),
    COUNTRIES(Meaning.COUNTRY),
    DEPARTMENTS(Meaning.DEPARTMENT),
    LANGUAGES(Meaning.LANGUAGE),
    STATES(Meaning.STATE);

    /** Columns that only tables of persons have. */
    private static final Set<Meaning> OF_PERSONS = Set.of(
            Meaning.FIRST_NAME,
            Meaning.LAST_NAME,
            Meaning.BIRTH_DATE,
            Meaning.GENDER,
            Meaning.NATIONAL_ID,
            Meaning.MIDDLE_NAME);

    private static final Set<String> BETWEEN =
            Set.of("of", "the", "de", "du", "des", "del", "la", "da", "do", "di", "von", "van", "d");
    private static final Map<String, Pattern> WORDS = NameHints.WORDS;
    private static final Pattern ENDING = Pattern.compile("(en|er|es|os|as|[aeiouyns])$");
    private static final int SHORTEST_PLURAL = 6;
    private static final Map<String, NamedThings> STEMS = new HashMap<>();

    static {
        for (NamedThings thing : values()) {
            NameHints.plainWords(thing.name()).forEach(word -> STEMS.putIfAbsent(stem(word), thing));
        }
    }

    private final Meaning name;

    NamedThings(Meaning name) {
        this.name = name;
    }

    /** What its name is called. */
    Meaning itsName() {
        return name;
    }

    /** What a table is about, by its name, else by the columns beside the one that is asked for. */
    static Optional<NamedThings> of(TableNames names, String column) {
        String table = NameWords.snake(names.table().name());
        Optional<NamedThings> byName =
                ofWords(NameWords.singular(table)).or(() -> ofWords(NameWords.singular(expanded(table))));
        return byName.isPresent() || !hasColumnsOfPersons(names, column) ? byName : Optional.of(PERSONS);
    }

    private static String expanded(String words) {
        return String.join(
                "_", Stream.of(words.split("_")).map(NameVocabulary::expanded).toList());
    }

    private static boolean hasColumnsOfPersons(TableNames names, String column) {
        return names.columns().stream()
                .filter(other -> !other.equals(column))
                .flatMap(other ->
                        NameHints.suggested(NameWords.snake(other)).stream().limit(1))
                .anyMatch(OF_PERSONS::contains);
    }

    /** The thing whose word stands last. */
    static Optional<NamedThings> ofWords(String words) {
        return Stream.of(values())
                .filter(thing -> thing.isWord(words) || thing.isWord(NameWords.singular(words)))
                .findFirst()
                .or(() -> ofStem(words.substring(words.lastIndexOf('_') + 1)));
    }

    private boolean isWord(String words) {
        return WORDS.get(name()).matcher(words).matches();
    }

    /** Plurals of many languages differ from the singular by their last letters: clienti, kunden, miasta. */
    private static Optional<NamedThings> ofStem(String word) {
        return word.length() < SHORTEST_PLURAL ? Optional.empty() : Optional.ofNullable(STEMS.get(stem(word)));
    }

    private static String stem(String word) {
        return ENDING.matcher(word).replaceFirst("");
    }

    /** Whose name a column holds: {@code nombre_cliente}, {@code approver_name}. */
    static Optional<NamedThings> named(String words) {
        List<String> parts = new ArrayList<>(List.of(words.split("_")));
        if (parts.size() < 2) {
            return Optional.empty();
        }
        Pattern name = WORDS.get("NAMES");
        if (name.matcher(parts.get(parts.size() - 1)).matches()) {
            parts.remove(parts.size() - 1);
        } else if (name.matcher(parts.get(0)).matches()) {
            parts.remove(0);
        } else {
            return Optional.empty();
        }
        parts.removeIf(BETWEEN::contains);
        return parts.isEmpty() ? Optional.empty() : ofWords(String.join("_", parts));
    }
}
