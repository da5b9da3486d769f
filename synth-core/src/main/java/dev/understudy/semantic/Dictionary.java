package dev.understudy.semantic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * Everyday words of one language, for titles and texts. Immutable.
 *
 * @param adjectives in the form that goes with any noun of the list
 * @param nouns      all of one gender, so that the article fits
 * @param verbs      third person, past or present
 * @param article    the article of the nouns
 * @param nounFirst  true where an adjective follows its noun
 */
record Dictionary(WordList adjectives, WordList nouns, WordList verbs, String article, boolean nounFirst) {
    /** Constants of a library and of a resource, read once each. */
    private static final ConcurrentMap<String, Dictionary> READ = new ConcurrentHashMap<>();

    static Dictionary of(String locale) {
        int hyphen = locale.indexOf('-');
        return READ.computeIfAbsent(hyphen < 0 ? locale : locale.substring(0, hyphen), Dictionary::read);
    }

    /** True if {@code word}, in lower case, stands in the dictionary of any language. */
    static boolean isWord(String word) {
        return Words.ALL.contains(word);
    }

    /** All nouns, which texts are filled up with. */
    private static final class Words {
        private static final Set<String> ALL = new HashSet<>();

        static {
            for (String language : Vocabulary.LANGUAGES) {
                WordList nouns = of(language).nouns();
                for (int i = 0; i < nouns.size(); i++) {
                    ALL.add(nouns.at(i).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static Dictionary read(String language) {
        InputStream resource = Dictionary.class.getResourceAsStream("words-" + language + ".txt");
        if (resource == null) {
            return new Dictionary(
                    new WordList(Vocabulary.english("words.adjective")),
                    new WordList(Vocabulary.english("words.noun")),
                    new WordList(Vocabulary.english("verbs.past")),
                    "the",
                    false);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            Map<String, String> lines = reader.lines()
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
            return new Dictionary(
                    words(lines.get("adjectives")),
                    words(lines.get("nouns")),
                    words(lines.get("verbs")),
                    lines.get("article"),
                    Boolean.parseBoolean(lines.get("noun-first")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WordList words(String line) {
        return new WordList(List.of(line.split(" ")));
    }
}
