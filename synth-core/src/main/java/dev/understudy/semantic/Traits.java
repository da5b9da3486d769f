package dev.understudy.semantic;

import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a row already says of its person, put into the person's number: where they live, and whether they are a man.
 *
 * <p>A persona's number holds 48 free bits, two for the gender and twelve for the place; makers take both from there, so all
 * columns of a row agree with what its country, city and gender say. Costs some tens of nanoseconds.
 */
public final class Traits {
    private static final int FREE_BITS = 48;
    private static final int GENDER_BITS = 2;
    private static final long FREE = (1L << FREE_BITS) - 1;
    private static final int MALE = 1;
    private static final int FEMALE = 2;
    private static final int[] NOWHERE = {};
    private static final Map<String, int[]> BY_COUNTRY = new HashMap<>();
    private static final Map<String, int[]> BY_CITY = new HashMap<>();
    private static final Map<String, int[]> BY_STATE = new HashMap<>();
    private static final List<String> MEN = List.of(
            "m",
            "male",
            "man",
            "mr",
            "mr.",
            "herr",
            "hr.",
            "homme",
            "masculin",
            "hombre",
            "masculino",
            "maschio",
            "uomo",
            "männlich",
            "mann",
            "sr.",
            "sig.",
            "monsieur",
            "mężczyzna",
            "h");
    private static final List<String> WOMEN = List.of(
            "f",
            "female",
            "woman",
            "w",
            "ms",
            "ms.",
            "mrs",
            "mrs.",
            "miss",
            "frau",
            "femme",
            "féminin",
            "mujer",
            "femenino",
            "feminino",
            "femmina",
            "donna",
            "weiblich",
            "sra.",
            "sig.ra",
            "madame",
            "mme",
            "kvinna",
            "kobieta");

    static {
        Map<String, List<Integer>> countries = new HashMap<>();
        Map<String, List<Integer>> cities = new HashMap<>();
        Map<String, List<Integer>> states = new HashMap<>();
        for (int i = 0; i < Gazetteer.all().size(); i++) {
            Gazetteer.Place place = Gazetteer.all().get(i);
            List<String> names = new ArrayList<>(List.of(place.country(), place.iso2(), place.iso3()));
            for (String language : Vocabulary.LANGUAGES) {
                names.add(new Locale("", place.iso2()).getDisplayCountry(Locale.forLanguageTag(language)));
            }
            names.addAll(place.iso2().equals("US") ? List.of("USA", "U.S.A.") : List.of());
            names.addAll(place.iso2().equals("GB") ? List.of("UK", "U.K.", "England") : List.of());
            for (String name : names.stream().map(Traits::key).distinct().toList()) {
                countries.computeIfAbsent(name, n -> new ArrayList<>()).add(i);
            }
            cities.computeIfAbsent(key(place.city()), n -> new ArrayList<>()).add(i);
            states.computeIfAbsent(key(place.region()), n -> new ArrayList<>()).add(i);
            if (!place.regionCode().equals(place.region())) {
                states.computeIfAbsent(key(place.regionCode()), n -> new ArrayList<>())
                        .add(i);
            }
        }
        fill(BY_COUNTRY, countries);
        fill(BY_CITY, cities);
        fill(BY_STATE, states);
    }

    private Traits() {}

    private static void fill(Map<String, int[]> map, Map<String, List<Integer>> lists) {
        lists.forEach((name, places) ->
                map.put(name, places.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** A persona of whom nothing is known. */
    public static long free(long bits) {
        return bits & FREE;
    }

    /**
     * The persona with what is known of it; what no list knows changes nothing.
     *
     * @param persona {@linkplain #free free}
     * @param country name or code; null for unknown, as the others
     * @param state   name or code; counts only with a country, or where the city is in it
     */
    public static long bound(long persona, Draws personas, String country, String state, String city, String gender) {
        int[] places = city == null ? NOWHERE : BY_CITY.getOrDefault(key(city), NOWHERE);
        if (country != null) {
            int[] inCountry = BY_COUNTRY.getOrDefault(key(country), NOWHERE);
            int[] both = common(places, inCountry);
            // In a country that the gazetteer does not have the city alone decides, so that its postcode still fits.
            places = both.length > 0 ? both : inCountry.length > 0 ? inCountry : places;
        }
        if (state != null && (country != null || city != null || places.length == 0)) {
            int[] inState = BY_STATE.getOrDefault(key(state), NOWHERE);
            int[] both = common(places, inState);
            places = both.length > 0 ? both : places.length == 0 && country == null ? inState : places;
        }
        long bits = places.length == 0 ? 0 : places[personas.below(places.length, persona, 5)] + 1L;
        return persona | genderOf(gender) << FREE_BITS | bits << FREE_BITS + GENDER_BITS;
    }

    private static long genderOf(String gender) {
        if (gender == null) {
            return 0;
        }
        String key = key(gender);
        return MEN.contains(key) ? MALE : WOMEN.contains(key) ? FEMALE : 0;
    }

    private static int[] common(int[] some, int[] others) {
        if (some.length == 0 || others.length == 0) {
            return NOWHERE;
        }
        int[] both = new int[some.length];
        int n = 0;
        for (int place : some) {
            for (int other : others) {
                if (place == other) {
                    both[n++] = place;
                }
            }
        }
        return n == both.length ? both : Arrays.copyOf(both, n);
    }

    /** Number of the place in {@link Gazetteer#all()}; -1 if none is known. */
    static int place(long persona) {
        return (int) (persona >>> FREE_BITS + GENDER_BITS & 0xFFF) - 1;
    }

    /** 1 for a man, 2 for a woman, 0 for unknown. */
    static int gender(long persona) {
        return (int) (persona >>> FREE_BITS & 3);
    }

    static boolean isMale(int gender) {
        return gender == MALE;
    }
}
