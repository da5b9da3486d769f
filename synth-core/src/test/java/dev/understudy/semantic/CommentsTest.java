package dev.understudy.semantic;

import static dev.understudy.semantic.Columns.K;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Comments of XML: those that families share come back where they stood and as often; what one family wrote goes. */
class CommentsTest {
    private static List<String> made;

    @BeforeAll
    static void make() {
        TextObserver observer = new TextObserver(K);
        for (int i = 0; i < 500; i++) {
            String remark = i % 3 == 0 ? "<!--called again by %d-->".formatted(i) : "";
            String urgent = i % 4 == 0 ? "<!--urgent-->" : "";
            observer.observe(
                    "<!--export 7--><order><no>%d</no><line>%s%s<sku>a</sku></line></order>"
                            .formatted(i, urgent, remark),
                    i);
        }
        TextRecipe recipe = observer.recipe(Columns.context("document", Meaning.XML, 0, false, 500));
        made = Columns.make(Columns.maker(recipe, "document"), 2_000);
    }

    @Test
    void whatFamiliesShareComesBackWhereItStood() {
        assertThat(made).allMatch(text -> text.startsWith("<!--export 7--><order><no>"));
        long urgent = made.stream()
                .filter(text -> text.contains("<line><!--urgent-->"))
                .count();
        assertThat(urgent / 2_000.0).isBetween(0.19, 0.31);
    }

    @Test
    void whatOneFamilyWroteGoes() {
        assertThat(made).noneMatch(text -> text.contains("called") || text.contains("<!---->"));
    }
}
