package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.Choice;
import dev.understudy.semantic.TextRecipe.PhraseRecipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts of pairs of words that many write, as long as the source's.
 *
 * <p>After six such words, and wherever no pair goes on, stands a word that no text of the source holds. So no run of eight
 * words can be the source's, whatever it wrote.
 */
final class PhraseMaker implements SizedMaker {
    private static final int LONGEST_RUN = 6;
    private static final String EDGE = "";

    private final PhraseRecipe recipe;
    private final Draws own;
    private final Map<String, Following> following = new HashMap<>();
    private final List<String> restarts;

    private record Following(Weights weights, List<Choice> words) {}

    PhraseMaker(PhraseRecipe recipe, Draws own) {
        this.recipe = recipe;
        this.own = own;
        recipe.following()
                .forEach((word, next) -> following.put(
                        word,
                        new Following(
                                new Weights(next.stream().map(Choice::weight).toList()), next)));
        this.restarts = new ArrayList<>(recipe.following().keySet());
        restarts.remove(EDGE);
    }

    @Override
    public String make(long row, long persona, long serial) {
        return make(row, serial, ProseMaker.length(recipe.lengths(), recipe.maxLength(), own.unit(row, 0)));
    }

    @Override
    public String make(long row, long serial, int length) {
        int target = recipe.maxLength() == 0 ? length : Math.min(length, recipe.maxLength());
        StringBuilder text = new StringBuilder(target + 24);
        String word = EDGE;
        int run = 0;
        for (int i = 1; text.length() < target; i++) {
            Following next = run < LONGEST_RUN ? following.get(word) : null;
            String chosen = next == null
                    ? EDGE
                    : next.words.get(next.weights.pick(own.unit(row, i))).text();
            if (chosen.isEmpty()) {
                chosen = recipe.fillers().get(own.below(recipe.fillers().size(), row, i));
                word = restarts.isEmpty() ? EDGE : restarts.get(own.below(restarts.size(), row, -i));
                run = 0;
            } else {
                word = chosen;
                run++;
            }
            if (text.length() > 0 && text.length() + 1 + chosen.length() > Math.max(target, 8)) {
                break;
            }
            text.append(text.length() == 0 ? "" : " ").append(chosen);
        }
        return PersonaMaker.cut(text.toString(), recipe.maxLength());
    }

    @Override
    public long capacity() {
        return Long.MAX_VALUE;
    }
}
