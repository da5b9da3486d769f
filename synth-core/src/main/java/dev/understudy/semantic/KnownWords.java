package dev.understudy.semantic;

import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Closed lists that a value can be looked up in, in lower case: countries, currencies, languages, time zones out of the
 * JDK's tables, the rest out of {@code known-words.txt}. Each is made when it is first asked for.
 */
enum KnownWords {
    COUNTRIES(KnownWords::countries),
    COUNTRY_CODES(() -> Stream.of(Locale.getISOCountries())
            .flatMap(code -> Stream.of(code, iso3(code)))
            .collect(Collectors.toSet())),
    CURRENCY_CODES(() -> Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet())),
    CURRENCIES(() -> Currency.getAvailableCurrencies().stream()
            .map(currency -> currency.getDisplayName(Locale.ENGLISH))
            .collect(Collectors.toSet())),
    LANGUAGE_CODES(() -> Stream.of(Locale.getISOLanguages())
            .flatMap(code -> Stream.of(code, Locale.forLanguageTag(code).getISO3Language()))
            .collect(Collectors.toSet())),
    LANGUAGES(() -> Stream.of(Locale.getISOLanguages())
            .flatMap(code -> Stream.of(
                    Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH),
                    Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag(code))))
            .collect(Collectors.toSet())),
    TIME_ZONES(ZoneId::getAvailableZoneIds),
    CITIES(() -> Gazetteer.all().stream().map(Gazetteer.Place::city).collect(Collectors.toSet())),
    STATES(() -> Stream.concat(Gazetteer.all().stream().map(Gazetteer.Place::region), Lists.of("STATES").stream())
            .collect(Collectors.toSet())),
    STATE_CODES(() -> Stream.concat(
                    Gazetteer.all().stream().map(Gazetteer.Place::regionCode), Lists.of("STATE_CODES").stream())
            .collect(Collectors.toSet())),
    FIRST_NAMES(() -> Stream.concat(
                    Vocabulary.LANGUAGES.stream().flatMap(language -> Vocabulary.of(language).firstNames().stream()),
                    Vocabulary.knownFirstNames().stream())
            .collect(Collectors.toSet())),
    LAST_NAMES(() -> Stream.concat(
                    Vocabulary.LANGUAGES.stream().flatMap(language -> Vocabulary.of(language).lastNames().stream()),
                    Vocabulary.knownLastNames().stream())
            .collect(Collectors.toSet())),
    NAME_PREFIXES(() -> Set.copyOf(Lists.of("NAME_PREFIXES"))),
    GENDERS(() -> Set.copyOf(Lists.of("GENDERS"))),
    BOOLEANS(() -> Set.copyOf(Lists.of("BOOLEANS"))),
    COLOURS(() -> Set.copyOf(Lists.of("COLOURS"))),
    DEPARTMENTS(() -> Set.copyOf(Lists.of("DEPARTMENTS"))),
    JOB_WORDS(() -> Set.copyOf(Lists.of("JOB_WORDS"))),
    COMPANY_WORDS(() -> Set.copyOf(Lists.of("COMPANY_WORDS"))),
    STREET_WORDS(() -> Set.copyOf(Lists.of("STREET_WORDS"))),
    NATIONALITIES(() -> Set.copyOf(Lists.of("NATIONALITIES"))),
    MIME_FAMILIES(() -> Set.copyOf(Lists.of("MIME_FAMILIES"))),
    FILE_ENDINGS(() -> Set.copyOf(Lists.of("FILE_ENDINGS")));

    private final Supplier<Set<String>> source;
    private volatile Set<String> lower;

    KnownWords(Supplier<Set<String>> source) {
        this.source = source;
    }

    /** Reads the list unless it was read before; whoever comes meanwhile waits. */
    synchronized void read() {
        if (lower == null) {
            Set<String> made = new HashSet<>();
            source.get().forEach(word -> made.add(word.toLowerCase(Locale.ROOT)));
            lower = made;
        }
    }

    boolean has(String text) {
        if (lower == null) {
            read();
        }
        return lower.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** True if one of the words of {@code text}, without its punctuation, is in the list. */
    boolean hasWordOf(String text) {
        for (String word : text.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && has(word)) {
                return true;
            }
        }
        return false;
    }

    private static String iso3(String code) {
        return new Locale("", code).getISO3Country();
    }

    private static Set<String> countries() {
        Set<String> names = new TreeSet<>(Gazetteer.countries());
        names.addAll(Lists.of("COUNTRIES"));
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            for (String language : Vocabulary.LANGUAGES) {
                names.add(country.getDisplayCountry(Locale.forLanguageTag(language)));
            }
        }
        return names;
    }

    /** The lists of the resource. */
    private static final class Lists {
        private static final Map<String, List<String>> ALL = NamedLists.read("known-words.txt", "|");

        static List<String> of(String name) {
            return ALL.getOrDefault(name, List.of());
        }
    }
}
