package dev.understudy.semantic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Some hundred real places of the world, so that city, region, postcode and country of a row agree. */
final class Gazetteer {

    /**
     * @param postcode a format: {@code #} stands for a digit, {@code @} for a letter
     * @param language of the names that people there mostly have, as far as {@link Vocabulary} knows it
     */
    record Place(
            String city,
            String region,
            String regionCode,
            String postcode,
            String country,
            String iso2,
            String iso3,
            String language) {}

    private static final List<Place> ALL =
            lines("places.txt").stream().map(Gazetteer::place).toList();
    private static final List<String> COUNTRIES = lines("countries.txt");

    private Gazetteer() {}

    static List<Place> all() {
        return ALL;
    }

    /** Places of a locale as {@link LocaleGuess} writes it; all of them if it has none. */
    static List<Place> of(String locale) {
        int hyphen = locale.indexOf('-');
        List<Place> places = ALL.stream()
                .filter(place -> hyphen < 0
                        ? locale.isEmpty() || place.language().equals(locale)
                        : place.iso2().equals(locale.substring(hyphen + 1)))
                .toList();
        return places.isEmpty() ? ALL : places;
    }

    /** English names of the countries of the world, for lists of them. */
    static List<String> countries() {
        return COUNTRIES;
    }

    private static Place place(String line) {
        String[] f = line.split("\\|");
        return new Place(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]);
    }

    private static List<String> lines(String name) {
        InputStream resource = Gazetteer.class.getResourceAsStream(name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
