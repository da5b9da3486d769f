package dev.understudy.semantic;

import dev.understudy.random.Draws;
import java.util.List;

/** Companies named after one or two families. */
record Companies(Personas people, Draws draws) {
    String of(long persona) {
        long key = people.key(persona);
        Vocabulary words = people.vocabulary(persona);
        String name = name(words, key, 0);
        if (draws.below(4, key, 1) == 0) {
            return name + "-" + name(words, key, 2);
        }
        List<String> suffixes = words.companySuffixes();
        return name + " " + suffixes.get(draws.below(suffixes.size(), key, 3));
    }

    private String name(Vocabulary words, long key, long place) {
        return words.lastNames().get(draws.below(words.lastNames().size(), key, place));
    }
}
