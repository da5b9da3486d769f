package dev.understudy.semantic;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.datafaker.Faker;

/**
 * Whether a first name is a man's or a woman's, by the lists of the languages that keep them apart. A name on both, or on
 * none, is neither.
 */
final class GivenNames {
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "pt-BR", "sv");
    private static final Set<String> MALE = named("name.male_first_name");
    private static final Set<String> FEMALE = named("name.female_first_name");

    private GivenNames() {}

    private static Set<String> named(String key) {
        Set<String> names = new HashSet<>();
        for (String language : LANGUAGES) {
            Vocabulary.list(new Faker(Locale.forLanguageTag(language)), key)
                    .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        }
        return names;
    }

    static boolean isMale(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return MALE.contains(lower) && !FEMALE.contains(lower);
    }

    static boolean isFemale(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return FEMALE.contains(lower) && !MALE.contains(lower);
    }
}
