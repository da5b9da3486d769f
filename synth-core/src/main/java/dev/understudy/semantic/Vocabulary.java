package dev.understudy.semantic;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.datafaker.Faker;

/**
 * Word lists of one language, taken once out of Datafaker. Immutable.
 *
 * <p>Only plain entries of one word are kept: Datafaker's templates are never evaluated, which would cost microseconds a
 * cell. A company of the vocabulary is a last name and one of the suffixes, or two last names joined.
 */
final class Vocabulary {
    /** Languages with lists of names of their own in Datafaker; others get English. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv");

    /** Languages in which names are known, but not made. */
    private static final List<String> KNOWN =
            List.of("id-ID", "nb-NO", "da-DK", "fi-FI", "cs-CZ", "tr", "hu", "ro-MD", "hr", "es-MX");

    private static final List<String> FIRST_NAME_KEYS =
            List.of("name.first_name", "name.male_first_name", "name.female_first_name");
    private static final List<String> LAST_NAME_KEYS =
            List.of("name.last_name", "name.male_last_name", "name.female_last_name");

    /** Lists are constants of a library; reading them again for each column would cost a tenth of a second each. */
    private static final ConcurrentMap<String, Vocabulary> READ = new ConcurrentHashMap<>();

    private static final int FEWEST_OF_A_GENDER = 20;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LATIN = Pattern.compile("[^a-z]+");

    private final String language;
    private final List<String> firstNames;
    private final List<String> lastNames;
    private final List<String> foldedFirstNames;
    private final List<String> foldedLastNames;
    private final List<String> companySuffixes;
    private final int[] male;
    private final int[] female;

    private Vocabulary(String language) {
        this.language = language;
        // Brazil's lists are far longer than those of Portugal.
        Faker faker = new Faker(Locale.forLanguageTag(language.equals("pt") ? "pt-BR" : language));
        List<String> plain = names(list(faker, "name.first_name"));
        this.firstNames = plain.isEmpty()
                ? names(join(list(faker, "name.male_first_name"), list(faker, "name.female_first_name")))
                : plain;
        this.lastNames = names(list(faker, "name.last_name"));
        this.foldedFirstNames = firstNames.stream().map(Vocabulary::fold).toList();
        this.foldedLastNames = lastNames.stream().map(Vocabulary::fold).toList();
        this.companySuffixes = list(faker, "company.suffix");
        this.male = places(GivenNames::isMale);
        this.female = places(GivenNames::isFemale);
    }

    /** Where first names of one gender stand; everywhere if hardly any is known. */
    private int[] places(Predicate<String> gender) {
        int[] found = IntStream.range(0, firstNames.size())
                .filter(i -> gender.test(firstNames.get(i)))
                .toArray();
        return found.length >= FEWEST_OF_A_GENDER
                ? found
                : IntStream.range(0, firstNames.size()).toArray();
    }

    /** First names of languages beside {@link #LANGUAGES}. */
    static List<String> knownFirstNames() {
        return known(FIRST_NAME_KEYS);
    }

    /** Last names of languages beside {@link #LANGUAGES}. */
    static List<String> knownLastNames() {
        return known(LAST_NAME_KEYS);
    }

    private static List<String> known(List<String> keys) {
        return KNOWN.stream()
                .map(language -> new Faker(Locale.forLanguageTag(language)))
                .flatMap(faker -> keys.stream().flatMap(key -> names(list(faker, key)).stream()))
                .toList();
    }

    static Vocabulary of(String language) {
        String known = LANGUAGES.contains(language) ? language : "en";
        return READ.computeIfAbsent(known, Vocabulary::new);
    }

    String language() {
        return language;
    }

    List<String> firstNames() {
        return firstNames;
    }

    /** Places of men's names in {@link #firstNames()}. */
    int[] male() {
        return male;
    }

    int[] female() {
        return female;
    }

    List<String> lastNames() {
        return lastNames;
    }

    /** {@link #firstNames()} in a to z, position by position, for e-mail addresses. */
    List<String> foldedFirstNames() {
        return foldedFirstNames;
    }

    List<String> foldedLastNames() {
        return foldedLastNames;
    }

    List<String> companySuffixes() {
        return companySuffixes;
    }

    /** Words of one kind, as {@code words.noun}; English only. */
    static List<String> english(String key) {
        return distinct(list(new Faker(Locale.ENGLISH), key)).stream()
                .filter(word -> word.chars().allMatch(c -> c >= 'a' && c <= 'z'))
                .toList();
    }

    static List<String> jobs(String key) {
        return distinct(list(new Faker(Locale.ENGLISH), key));
    }

    private static String fold(String name) {
        String latin =
                name.replace("ß", "ss").replace("ł", "l").replace("Ł", "L").replace("ø", "o");
        String bare =
                MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
        String folded = NOT_LATIN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
        return folded.isEmpty() ? "x" : folded;
    }

    private static List<String> names(List<String> entries) {
        return distinct(entries).stream()
                .filter(name -> name.length() > 1 && name.chars().noneMatch(c -> c == ' ' || c == '#'))
                .toList();
    }

    /** Case does not count: a column may write its letters in one case and still need different names. */
    private static List<String> distinct(Collection<String> entries) {
        Map<String, String> byLower = new TreeMap<>();
        entries.forEach(entry -> byLower.putIfAbsent(entry.strip().toLowerCase(Locale.ROOT), entry.strip()));
        return List.copyOf(byLower.values());
    }

    static List<String> list(Faker faker, String key) {
        Object found = faker.fakeValuesService().fetchObject(key, faker.getContext());
        if (found instanceof Collection<?> entries) {
            return entries.stream()
                    .map(String::valueOf)
                    .filter(entry -> entry.indexOf('{') < 0)
                    .toList();
        }
        return List.of();
    }

    private static List<String> join(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
