package dev.understudy.semantic;

import static dev.understudy.semantic.Columns.K;
import static dev.understudy.semantic.Columns.context;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.random.Draws;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipePrivacyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String stored(TextRecipe recipe) throws JsonProcessingException {
        return JSON.writeValueAsString(recipe);
    }

    /** Ordinary values of many families, and rare ones of fewer than k families each. */
    private static TextObserver withRareValues() {
        TextObserver observer = new TextObserver(K);
        for (int i = 0; i < 2000; i++) {
            observer.observe("REF-%05d".formatted(i), i);
            observer.observe("zanzibar%d@quux.io".formatted(i % 3), i % (K - 1));
            observer.observe("XQJ-" + (i % 7), i % (K - 1));
            observer.observe("Heliotrope Winterbottom", 1);
        }
        return observer;
    }

    @ParameterizedTest
    @EnumSource(Meaning.class)
    void noRecipeHoldsWhatFewerThanKFamiliesShare(Meaning meaning) throws JsonProcessingException {
        String stored = stored(withRareValues().recipe(context("x", meaning, 60, false, 2000)));

        assertThat(stored.toLowerCase(Locale.ROOT))
                .doesNotContain("zanzibar", "quux", "xqj", "heliotrope", "winterbottom");
    }

    @Test
    void aPrefixThatManyFamiliesShareIsKept() throws JsonProcessingException {
        assertThat(stored(withRareValues().recipe(context("x", Meaning.CODE, 60, false, 2000))))
                .contains("\"REF\"");
    }

    @Test
    void oneFamilyWithManyRowsLeavesNothing() throws JsonProcessingException {
        TextObserver observer = new TextObserver(K);
        IntStream.range(0, 5000).forEach(i -> observer.observe("SECRET-%d".formatted(i), 42));

        assertThat(stored(observer.recipe(context("x", Meaning.OTHER, 60, false, 5000))))
                .doesNotContain("SECRET");
    }

    @Test
    void aStoredRecipeMakesTheSameTexts() throws JsonProcessingException {
        for (Meaning meaning : Meaning.values()) {
            TextRecipe recipe = withRareValues().recipe(context("x", meaning, 60, true, 2000));

            TextRecipe reread = JSON.readValue(stored(recipe), TextRecipe.class);

            assertThat(reread).isEqualTo(recipe);
            assertThat(Columns.maker(reread, "x").make(1, 2, 3))
                    .isEqualTo(Columns.maker(recipe, "x").make(1, 2, 3));
        }
    }

    @Test
    void noSampledValueComesOutAgain() {
        for (Meaning meaning :
                new Meaning[] {Meaning.EMAIL, Meaning.PHONE, Meaning.TOKEN, Meaning.TITLE, Meaning.FREE_TEXT}) {
            TextObserver observer = Columns.observed(3000, i -> sourceValue(meaning, i));
            TextMaker maker = Columns.maker(observer.recipe(context("x", meaning, 60, false, 3000)), "x");

            Set<String> again = new HashSet<>(Columns.make(maker, 20_000));
            again.retainAll(observer.sample().values());
            assertThat(again).as(meaning.name()).isEmpty();
        }
    }

    private static String sourceValue(Meaning meaning, int i) {
        return switch (meaning) {
            case EMAIL -> "person%d@shop.de".formatted(i);
            case PHONE -> "+1 %d %07d".formatted(200 + i % 700, 2_000_000 + i);
            case TOKEN -> Long.toHexString(Draws.seeded(5).bits(i) | 1L << 63);
            case TITLE -> "Return of the Ant " + i;
            default -> "It was too small for box " + i + " and came late.";
        };
    }
}
