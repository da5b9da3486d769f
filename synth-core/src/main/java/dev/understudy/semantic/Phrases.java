package dev.understudy.semantic;

import dev.understudy.semantic.TextRecipe.Choice;
import dev.understudy.semantic.TextRecipe.PhraseRecipe;
import dev.understudy.semantic.TextRecipe.ProseRecipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Which words follow each other in the texts of a column, as far as at least k families write so.
 *
 * <p>Of one family five texts count. Bounded: 60,000 pairs of words; later ones are not taken in. Not for several threads.
 */
final class Phrases {
    private static final int MOST_PAIRS = 60_000;
    private static final int MOST_FAMILIES = 200_000;
    private static final int TEXTS_OF_A_FAMILY = 5;
    private static final int MOST_WORDS = 60;
    static final int FEWEST_WORDS = 4;
    private static final int SHORTEST_FILLER = 4;
    private static final int FILLERS = 64;
    /** Share of the pairs that must be shared before texts are made of them. */
    private static final double ENOUGH = 0.5;

    private static final String EDGE = "";

    private final int k;
    private final Map<String, Map<String, Pair>> pairs = new HashMap<>();
    private final Map<Long, Integer> textsOf = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int kinds;
    private long all;

    private static final class Pair {
        private final FamilySet families;
        private int count;

        Pair(int limit) {
            families = new FamilySet(limit);
        }
    }

    Phrases(int k) {
        this.k = k;
    }

    void add(String text, long family) {
        String[] words = text.strip().split("\\s+");
        for (String word : words) {
            // Also of texts that do not count: fillers must not occur in any text of eight words.
            remember(word);
        }
        boolean counts = (textsOf.size() < MOST_FAMILIES || textsOf.containsKey(family))
                && textsOf.merge(family, 1, Integer::sum) <= TEXTS_OF_A_FAMILY;
        if (!counts) {
            return;
        }
        String before = EDGE;
        for (int i = 0; i <= Math.min(words.length, MOST_WORDS); i++) {
            String word = i < words.length && i < MOST_WORDS ? words[i] : EDGE;
            pair(before, word, family);
            before = word;
        }
    }

    private void remember(String word) {
        for (String part : word.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (Dictionary.isWord(part)) {
                seen.add(part);
            }
        }
    }

    private void pair(String before, String word, long family) {
        all++;
        Map<String, Pair> following = pairs.computeIfAbsent(before, b -> new TreeMap<>());
        Pair pair = following.get(word);
        if (pair == null) {
            if (kinds == MOST_PAIRS) {
                return;
            }
            kinds++;
            pair = new Pair(k + 2);
            following.put(word, pair);
        }
        pair.count++;
        pair.families.add(family);
    }

    /** Texts of shared pairs; empty where too few are shared, or every text must differ. */
    Optional<PhraseRecipe> recipe(ProseRecipe otherwise) {
        return recipe(otherwise, word -> 1);
    }

    /** @param tilt how much more often than in all texts a word is to come; 0 for never */
    Optional<PhraseRecipe> recipe(ProseRecipe otherwise, ToDoubleFunction<String> tilt) {
        if (otherwise.unique()) {
            return Optional.empty();
        }
        Map<String, List<Choice>> kept = new TreeMap<>();
        long covered = 0;
        for (Map.Entry<String, Map<String, Pair>> entry : pairs.entrySet()) {
            List<Choice> following = new ArrayList<>();
            int sum = entry.getValue().values().stream()
                    .filter(pair -> pair.families.size() >= k)
                    .mapToInt(pair -> pair.count)
                    .sum();
            entry.getValue().forEach((word, pair) -> {
                double tilted = word.equals(EDGE) ? 1 : tilt.applyAsDouble(word);
                if (pair.families.size() >= k && tilted > 0) {
                    double share = Math.min(1, tilted * pair.count / sum);
                    following.add(new Choice(word, (int) Math.max(1, Math.round(share * TextRecipe.WEIGHT_PARTS))));
                }
            });
            covered += sum;
            if (!following.isEmpty() && (entry.getKey().equals(EDGE) || tilt.applyAsDouble(entry.getKey()) > 0)) {
                kept.put(entry.getKey(), following);
            }
        }
        List<String> fillers = fillers(otherwise.locale());
        return covered < ENOUGH * all || !kept.containsKey(EDGE) || fillers.isEmpty()
                ? Optional.empty()
                : Optional.of(new PhraseRecipe(
                        new LinkedHashMap<>(kept), fillers, otherwise.lengths(), otherwise.maxLength()));
    }

    /** Words that no text of the source holds. */
    private List<String> fillers(String locale) {
        List<String> fillers = new ArrayList<>();
        WordList nouns = Dictionary.of(locale).nouns();
        for (int i = 0; i < nouns.size() && fillers.size() < FILLERS; i++) {
            String word = nouns.at(i).toLowerCase(Locale.ROOT);
            if (word.length() >= SHORTEST_FILLER && !seen.contains(word)) {
                fillers.add(word);
            }
        }
        return fillers;
    }
}
