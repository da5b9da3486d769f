package dev.understudy.semantic;

import dev.understudy.random.Draws;
import java.util.List;
import java.util.stream.IntStream;

/** Street lines as people of a persona's language write them, named after people who do not exist. */
record Streets(Personas people, Draws draws) {
    static final List<String> HOUSE_NUMBERS =
            IntStream.rangeClosed(1, 199).mapToObj(Integer::toString).toList();

    private static final List<String> ENGLISH =
            List.of(" Street", " Avenue", " Road", " Lane", " Drive", " Court", " Place", " Way", " Terrace", " Close");
    private static final List<String> GERMAN = List.of("straße", "weg", "gasse", "allee", "ring");

    String of(long persona) {
        long key = people.key(persona);
        Vocabulary words = people.vocabulary(persona);
        String name = words.lastNames().get(draws.below(words.lastNames().size(), key, 0));
        int number = 1 + draws.below(draws.below(4, key, 1) == 0 ? 999 : 99, key, 2);
        return switch (words.language()) {
            case "de" -> name + GERMAN.get(draws.below(GERMAN.size(), key, 3)) + " " + number;
            case "fr" -> number + " rue " + name;
            case "es" -> "Calle " + name + ", " + number;
            case "it" -> "Via " + name + ", " + number;
            case "pt" -> "Rua " + name + ", " + number;
            case "nl" -> name + "straat " + number;
            case "pl" -> "ul. " + name + " " + number;
            case "sv" -> name + "gatan " + number;
            default -> number + " " + name + ENGLISH.get(draws.below(ENGLISH.size(), key, 3));
        };
    }

    String secondLine(long persona) {
        return "Apt. " + (1 + draws.below(999, people.key(persona), 4));
    }
}
