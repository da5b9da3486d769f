package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.Gazetteer.Place;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who a persona is: a place, and names as people there have them. A pure function of the persona's number.
 *
 * <p>A role makes another person of the same number, so that a row's billing city may differ from its shipping city.
 */
final class Personas {
    private final Draws places;
    private final Draws genders;
    private final Draws first;
    private final Draws last;
    private final long role;
    private final List<Place> known;
    private final Map<String, Vocabulary> vocabularies = new HashMap<>();
    private final Vocabulary only;

    Personas(Draws personas, String locale, String role) {
        this.places = personas.at("place");
        this.genders = personas.at("gender");
        this.first = personas.at("first name");
        this.last = personas.at("last name");
        this.role = role.isEmpty() ? 0 : hash(role);
        this.known = Gazetteer.of(locale);
        known.forEach(place -> vocabularies.computeIfAbsent(place.language(), Vocabulary::of));
        this.only = vocabularies.size() == 1 ? vocabularies.values().iterator().next() : null;
    }

    private static long hash(String role) {
        long hash = 1;
        for (byte b : role.getBytes(StandardCharsets.UTF_8)) {
            hash = hash * 31 + b;
        }
        return Draws.mix(hash);
    }

    /** The number under which a persona draws. */
    long key(long persona) {
        return Traits.free(persona) ^ role;
    }

    List<Place> places() {
        return known;
    }

    Place place(long persona) {
        int told = Traits.place(persona);
        return told >= 0 ? Gazetteer.all().get(told) : known.get(places.below(known.size(), key(persona)));
    }

    Vocabulary vocabulary(long persona) {
        if (Traits.place(persona) >= 0) {
            return Vocabulary.of(place(persona).language());
        }
        return only != null ? only : vocabularies.get(place(persona).language());
    }

    /** A vocabulary for lists that must not depend on the persona. */
    Vocabulary anyVocabulary() {
        return only != null
                ? only
                : vocabularies.getOrDefault(
                        "en", vocabularies.values().iterator().next());
    }

    /** As the row says; else half of all personas are men. */
    boolean isMale(long persona) {
        int told = Traits.gender(persona);
        return told != 0 ? Traits.isMale(told) : genders.below(2, key(persona)) == 0;
    }

    String firstName(long persona) {
        Vocabulary words = vocabulary(persona);
        return words.firstNames().get(firstNameOf(words, persona, 0));
    }

    /** A second first name of the same gender. */
    String middleName(long persona) {
        Vocabulary words = vocabulary(persona);
        return words.firstNames().get(firstNameOf(words, persona, 1));
    }

    private int firstNameOf(Vocabulary words, long persona, long which) {
        int[] places = isMale(persona) ? words.male() : words.female();
        return places[first.below(places.length, key(persona), which)];
    }

    String lastName(long persona) {
        return pick(vocabulary(persona).lastNames(), last, persona);
    }

    /** The first name in a to z. */
    String foldedFirstName(long persona) {
        return foldedFirstName(vocabulary(persona), persona);
    }

    /** @param words the persona's vocabulary, for callers that need it more than once */
    String foldedFirstName(Vocabulary words, long persona) {
        return words.foldedFirstNames().get(firstNameOf(words, persona, 0));
    }

    String foldedLastName(Vocabulary words, long persona) {
        return pick(words.foldedLastNames(), last, persona);
    }

    String foldedLastName(long persona) {
        return pick(vocabulary(persona).foldedLastNames(), last, persona);
    }

    private String pick(List<String> names, Draws draws, long persona) {
        return names.get(draws.below(names.size(), key(persona)));
    }
}
