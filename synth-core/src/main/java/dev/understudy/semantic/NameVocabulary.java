package dev.understudy.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that names of columns and tables are made of, those of {@code column-names.txt}, and what others among them stand for:
 * abbreviations, words that were written as one, words that were cut off.
 */
final class NameVocabulary {
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");
    private static final String ABBREVIATIONS = "ABBREVIATIONS";
    private static final String SHORT_PARTS = "SHORT_PARTS";
    /** Shorter pieces stand inside too many other words. */
    private static final int SHORTEST_PART = 4;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int SHORTEST_END = 6;
    private static final int SHORTEST_NEAR = 8;

    private static final Map<String, String> EXPANSIONS = new HashMap<>();
    private static final Set<String> PARTS = new HashSet<>();
    private static final TreeSet<String> WORDS = new TreeSet<>();

    static {
        NamedLists.read("column-names.txt", " ").forEach((kind, entries) -> {
            if (kind.equals(ABBREVIATIONS)) {
                entries.forEach(entry -> EXPANSIONS.put(entry.split("=")[0], entry.split("=")[1]));
            } else if (kind.equals(SHORT_PARTS)) {
                PARTS.addAll(entries);
            } else {
                entries.stream()
                        .flatMap(entry -> Stream.of(NO_LETTER.split(entry)))
                        .filter(word -> word.length() > 1)
                        .forEach(WORDS::add);
            }
        });
        WORDS.stream().filter(word -> word.length() >= SHORTEST_PART).forEach(PARTS::add);
    }

    private NameVocabulary() {}

    /** True for lists of {@code column-names.txt} that are no patterns. */
    static boolean isOwn(String kind) {
        return kind.equals(ABBREVIATIONS) || kind.equals(SHORT_PARTS);
    }

    static boolean has(String word) {
        return WORDS.contains(word);
    }

    /** The words that a word stands for, joined by underscores; itself if it is known, or nothing is found. */
    static String expanded(String word) {
        if (EXPANSIONS.containsKey(word)) {
            return EXPANSIONS.get(word);
        }
        if (has(word)) {
            return word;
        }
        String folded = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        if (has(folded)) {
            return folded;
        }
        String parts = String.join("_", parts(word));
        return parts.equals(word) ? near(folded) : parts;
    }

    /** A long word that differs by one letter, as words of related languages do: {@code efternavn}, {@code efternamn}. */
    private static String near(String word) {
        return word.length() < SHORTEST_NEAR
                ? word
                : WORDS.stream()
                        .filter(known -> known.charAt(0) == word.charAt(0) && isNear(known, word))
                        .findFirst()
                        .orElse(word);
    }

    private static boolean isNear(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String oneRest = one.substring(same);
        String otherRest = other.substring(same);
        return cut(oneRest).equals(cut(otherRest)) || oneRest.equals(cut(otherRest)) || otherRest.equals(cut(oneRest));
    }

    private static String cut(String text) {
        return text.isEmpty() ? text : text.substring(1);
    }

    /** {@code date, naissance} of {@code datenaissance}: the fewest words that make it up; itself if none do. */
    private static List<String> parts(String word) {
        List<List<String>> best = new ArrayList<>();
        best.add(List.of());
        for (int end = 1; end <= word.length(); end++) {
            List<String> shortest = null;
            for (int start = 0; start < end; start++) {
                List<String> before = best.get(start);
                if (before != null
                        && PARTS.contains(word.substring(start, end))
                        && (shortest == null || before.size() + 1 < shortest.size())) {
                    shortest = new ArrayList<>(before);
                    shortest.add(word.substring(start, end));
                }
            }
            best.add(shortest);
        }
        List<String> found = best.get(word.length());
        return found == null ? withKnownEnd(word) : found;
    }

    /** {@code instituut, telefoon}: the head of a compound stands last where compounds are written as one word. */
    private static List<String> withKnownEnd(String word) {
        for (int start = SHORTEST_BEGINNING; start <= word.length() - SHORTEST_END; start++) {
            if (WORDS.contains(word.substring(start))) {
                return List.of(word.substring(0, start), word.substring(start));
            }
        }
        return List.of(word);
    }

    /** Words that an unknown one may be the beginning of. */
    static List<String> longer(String beginning) {
        return beginning.length() < SHORTEST_BEGINNING || has(beginning)
                ? List.of()
                : WORDS.subSet(beginning, beginning + Character.MAX_VALUE).stream()
                        .toList();
    }
}
