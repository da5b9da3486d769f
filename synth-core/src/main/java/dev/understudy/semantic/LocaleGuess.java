package dev.understudy.semantic;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Guesses where the people of some columns live, from places, endings of e-mail addresses, words of streets, and names.
 *
 * <p>Answers {@code de} for a language, {@code de-AT} for one country, the empty text for the whole world, and
 * {@code en} if nothing speaks for anything. Give it all text columns of a table and those of its family, and use the
 * answer for all of them: only then do name, city and country of a persona agree.
 */
public final class LocaleGuess {
    /** Guess from the texts. */
    public static final String AUTO = "auto";

    /** All places that are known. */
    public static final String WORLD = "world";

    private static final int FEWEST_VOTES = 10;
    private static final double ONE_COUNTRY = 0.9;
    private static final double ONE_LANGUAGE = 0.75;
    private static final int VALUES_A_COLUMN = 500;
    private static final Map<String, String> STREET_WORDS = Map.ofEntries(
            Map.entry("straße", "de"),
            Map.entry("strasse", "de"),
            Map.entry("str.", "de"),
            Map.entry("weg", "de"),
            Map.entry("rue", "fr"),
            Map.entry("boulevard", "fr"),
            Map.entry("calle", "es"),
            Map.entry("avenida", "es"),
            Map.entry("via", "it"),
            Map.entry("piazza", "it"),
            Map.entry("rua", "pt"),
            Map.entry("straat", "nl"),
            Map.entry("ul.", "pl"),
            Map.entry("gatan", "sv"),
            Map.entry("vägen", "sv"));

    private final Map<String, String> countryOf = new HashMap<>();
    private final Map<String, Integer> countries = new TreeMap<>();
    private final Map<String, Integer> languages = new TreeMap<>();
    private final Map<String, Set<String>> namesOf = new HashMap<>();

    private LocaleGuess() {
        for (Gazetteer.Place place : Gazetteer.all()) {
            for (String name : List.of(place.country(), place.iso3(), place.city())) {
                countryOf.putIfAbsent(name.toLowerCase(Locale.ROOT), place.iso2());
            }
        }
        countryOf.put("usa", "US");
        countryOf.put("uk", "GB");
        countryOf.put("deutschland", "DE");
        countryOf.put("österreich", "AT");
        countryOf.put("schweiz", "CH");
        countryOf.put("españa", "ES");
        countryOf.put("italia", "IT");
        countryOf.put("brasil", "BR");
    }

    public static String of(Collection<TextObserver> columns) {
        LocaleGuess guess = new LocaleGuess();
        for (TextObserver column : columns) {
            List<String> values = column.sample().values();
            guess.vote(values.subList(0, Math.min(VALUES_A_COLUMN, values.size())));
        }
        return guess.answer();
    }

    /** What may be told in the place of a guess: {@link #AUTO}, {@link #WORLD}, languages, and languages with a country. */
    public static Set<String> known() {
        Set<String> known = new TreeSet<>(Set.of(AUTO, WORLD));
        for (Gazetteer.Place place : Gazetteer.all()) {
            known.add(place.language());
            known.add(place.language() + "-" + place.iso2());
        }
        return known;
    }

    /** What was told, as an answer. @param locale one of {@link #known()} but {@link #AUTO} */
    public static String told(String locale) {
        return locale.equals(WORLD) ? "" : locale;
    }

    private void vote(List<String> values) {
        for (String value : values) {
            String text = value.strip().toLowerCase(Locale.ROOT);
            String country = countryOf.get(text);
            int at = text.indexOf('@');
            if (country == null && at > 0 && text.length() - text.lastIndexOf('.') == 3) {
                country = countryOf(text.substring(text.lastIndexOf('.') + 1));
            }
            if (country != null) {
                countries.merge(country, 1, Integer::sum);
            }
            if (ValueTests.hasDigit(text)) {
                for (String word : text.split("[ ,]+|(?<=\\p{L})(?=straße|strasse|str\\.|weg|straat|gatan|vägen)")) {
                    String language = STREET_WORDS.get(word);
                    if (language != null) {
                        languages.merge(language, 1, Integer::sum);
                    }
                }
            }
        }
        voteByNames(values);
    }

    private static String countryOf(String ending) {
        String iso = ending.equals("uk") ? "GB" : ending.toUpperCase(Locale.ROOT);
        return Gazetteer.all().stream().anyMatch(place -> place.iso2().equals(iso)) ? iso : null;
    }

    private Set<String> names(String language) {
        return namesOf.computeIfAbsent(language, same -> {
            Set<String> names = new HashSet<>(Vocabulary.of(language).firstNames());
            names.addAll(Vocabulary.of(language).lastNames());
            return names;
        });
    }

    /** Dutch is left out: its lists are so long that they hold the names of everybody. */
    private void voteByNames(List<String> values) {
        Map<String, Integer> hits = new TreeMap<>();
        Set<String> words = new HashSet<>();
        values.forEach(value -> words.addAll(List.of(value.split(" ", 4))));
        for (String language : Vocabulary.LANGUAGES) {
            Set<String> names = names(language);
            hits.put(
                    language,
                    language.equals("nl")
                            ? 0
                            : (int) words.stream().filter(names::contains).count());
        }
        int english = hits.get("en");
        hits.forEach((language, count) -> {
            if (count > 0.4 * words.size() && count > 1.3 * english) {
                languages.merge(language, count, Integer::sum);
            }
        });
    }

    private String answer() {
        int all = total(countries);
        Map<String, Integer> spoken = new TreeMap<>();
        countries.forEach((country, votes) -> spoken.merge(languageOf(country), votes, Integer::sum));
        if (all >= FEWEST_VOTES) {
            String country = top(countries);
            if (countries.get(country) >= ONE_COUNTRY * all) {
                return languageOf(country) + "-" + country;
            }
            String language = top(spoken);
            return spoken.get(language) >= ONE_LANGUAGE * all ? language : "";
        }
        int heard = total(languages);
        if (heard >= FEWEST_VOTES && languages.get(top(languages)) >= heard / 2.0) {
            return top(languages);
        }
        return "en";
    }

    private static int total(Map<String, Integer> votes) {
        return votes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The first in the order of names among equals. */
    private static String top(Map<String, Integer> votes) {
        String best = "";
        for (Map.Entry<String, Integer> entry : votes.entrySet()) {
            if (best.isEmpty() || entry.getValue() > votes.get(best)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    private static String languageOf(String country) {
        return Gazetteer.all().stream()
                .filter(place -> place.iso2().equals(country))
                .map(Gazetteer.Place::language)
                .findFirst()
                .orElse("en");
    }
}
