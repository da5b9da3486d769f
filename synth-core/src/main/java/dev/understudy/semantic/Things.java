package dev.understudy.semantic;

import dev.understudy.random.Draws;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a persona has that is neither a name nor an address, out of {@code made-words.txt} and the JDK's tables of countries. */
record Things(Personas people, Draws draws) {
    private static final Map<String, List<String>> WORDS = NamedLists.read("made-words.txt", "|");

    static List<String> list(Meaning meaning) {
        return WORDS.getOrDefault(meaning.name(), List.of());
    }

    String word(Meaning meaning, long persona) {
        return pick(list(meaning), persona, meaning.ordinal());
    }

    String fileName(long persona) {
        return people.foldedLastName(persona) + "-" + number(persona, 9_999) + "."
                + pick(WORDS.get("FILE_ENDING"), persona, 1);
    }

    String filePath(long persona) {
        return "/" + pick(WORDS.get("FILE_FOLDER"), persona, 2) + "/" + fileName(persona);
    }

    /** Under a domain that is reserved (RFC 2606). */
    String host(long persona) {
        return people.foldedLastName(persona) + number(persona, 999) + ".example.com";
    }

    /** How the persona is addressed. */
    String prefix(long persona) {
        return pick(WORDS.get(people.isMale(persona) ? "MALE_PREFIX" : "FEMALE_PREFIX"), persona, 3);
    }

    String currencyCode(long persona) {
        Currency currency = Currency.getInstance(country(persona));
        return currency == null ? "EUR" : currency.getCurrencyCode();
    }

    String language(long persona) {
        return Locale.forLanguageTag(languageCode(persona)).getDisplayLanguage(Locale.ENGLISH);
    }

    String languageCode(long persona) {
        return people.place(persona).language();
    }

    String locale(long persona) {
        return languageCode(persona) + "_" + people.place(persona).iso2();
    }

    private Locale country(long persona) {
        return new Locale("", people.place(persona).iso2());
    }

    private int number(long persona, int most) {
        return 1 + draws.below(most, people.key(persona), 7);
    }

    private String pick(List<String> words, long persona, int place) {
        return words.get(draws.below(words.size(), people.key(persona), place));
    }
}
