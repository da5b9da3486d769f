package dev.understudy.semantic;

import static dev.understudy.semantic.Columns.K;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.random.Draws;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final List<String> BEGINNINGS =
            List.of("the parcel arrived", "my order came", "the shirt was delivered");
    private static final List<String> MIDDLES =
            List.of("two days late and", "right on time but", "in a broken box and");
    private static final List<String> ENDS = List.of(
            "nobody answered my calls", "the colour is wrong", "it fits me very well indeed", "i want my money back");

    private static final Draws DRAWS = Draws.seeded(2);
    private static final Set<String> RUNS = new HashSet<>();
    private static TextRecipe recipe;
    private static List<String> made;

    @BeforeAll
    static void make() {
        TextObserver observer = new TextObserver(K);
        for (int i = 0; i < 2_000; i++) {
            String text = BEGINNINGS.get(DRAWS.below(3, i, 0)) + " " + MIDDLES.get(DRAWS.below(3, i, 1)) + " "
                    + ENDS.get(DRAWS.below(4, i, 2));
            text = i == 5 ? text + " said Quixandro of canary street" : text;
            observer.observe(text, i);
            RUNS.addAll(runs(text));
        }
        recipe = observer.recipe(Columns.context("comment", Meaning.FREE_TEXT, 200, false, 2_000));
        made = Columns.make(Columns.maker(recipe, "comment"), 3_000);
    }

    private static Set<String> runs(String text) {
        List<String> words = List.of(text.split("[^\\p{L}]+"));
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + 8 <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + 8)));
        }
        return runs;
    }

    @Test
    void textsSpeakOfWhatTheSourceSpeaksOf() {
        assertThat(recipe).isInstanceOf(TextRecipe.PhraseRecipe.class);
        assertThat(made.stream().filter(text -> text.contains("parcel arrived")).count())
                .isGreaterThan(500);
        assertThat(made.stream()
                        .filter(text -> text.contains("my money back") || text.contains("my calls"))
                        .count())
                .isGreaterThan(300);
        assertThat(made.stream().mapToInt(String::length).average().orElse(0)).isBetween(40.0, 75.0);
    }

    @Test
    void noRunOfEightWordsIsTheSources() {
        assertThat(RUNS).isNotEmpty();
        assertThat(made).noneMatch(text -> runs(text).stream().anyMatch(RUNS::contains));
    }

    @Test
    void whatOnePersonWroteIsNotKept() throws Exception {
        String stored = new ObjectMapper().writeValueAsString(recipe);

        assertThat(stored).doesNotContain("Quixandro").doesNotContain("canary");
        assertThat(made).noneMatch(text -> text.contains("Quixandro") || text.contains("canary"));
    }

    @Test
    void textsThatNobodySharesAreMadeOfTheDictionary() {
        TextObserver observer = new TextObserver(K);
        for (int i = 0; i < 500; i++) {
            observer.observe("w" + i + " x" + i + " y" + i + " z" + i + " v" + i + " u" + i, i);
        }

        assertThat(observer.recipe(Columns.context("comment", Meaning.FREE_TEXT, 200, false, 500)))
                .isInstanceOf(TextRecipe.ProseRecipe.class);
    }
}
