package dev.understudy.meanings;

import dev.understudy.semantic.Meaning;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The gazetteer, read on its own, to judge addresses by. */
final class Places {
    private final Map<String, Set<String>> postcodes = new HashMap<>();
    private final Map<String, Set<String>> regions = new HashMap<>();

    private Places() {}

    static Places read() throws IOException {
        return of("");
    }

    /** @param country as ISO writes it in two letters; "" for all */
    static Places of(String country) throws IOException {
        Places places = new Places();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Meaning.class.getResourceAsStream("places.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .filter(f -> country.isEmpty() || f[5].equals(country))
                    .forEach(f -> {
                        places.postcodes
                                .computeIfAbsent(key(f[0]), city -> new HashSet<>())
                                .add(f[3].replace("#", "[0-9]").replace("@", "[A-Z]"));
                        places.regions
                                .computeIfAbsent(key(f[0]), city -> new HashSet<>())
                                .add(key(f[1]));
                    });
        }
        return places;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    boolean knows(String city) {
        return postcodes.containsKey(key(city));
    }

    boolean hasPostcode(String city, String postcode) {
        return postcodes.getOrDefault(key(city), Set.of()).stream().anyMatch(postcode::matches);
    }

    boolean isIn(String city, String region) {
        return regions.getOrDefault(key(city), Set.of()).contains(key(region));
    }
}
