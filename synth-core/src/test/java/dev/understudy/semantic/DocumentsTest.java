package dev.understudy.semantic;

import static dev.understudy.semantic.Columns.K;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static TextRecipe recipe;
    private static List<JsonNode> made;

    /** 500 documents: a plan, an age, sometimes a contact, one to five tags; one has a member and a text of its own. */
    @BeforeAll
    static void make() throws Exception {
        TextObserver observer = new TextObserver(K);
        for (int i = 0; i < 500; i++) {
            String contact = i % 4 == 0 ? "" : ", \"contact\": {\"email\": \"real" + i + "@post.de\", \"ok\": true}";
            String tags = String.join(
                    ", ", List.of("\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\"").subList(0, 1 + i % 5));
            String own = i == 77 ? ", \"singular\": \"only here\"" : "";
            observer.observe(
                    "{\"plan\": \"%s\", \"age\": %d, \"price\": %d.%02d%s, \"tags\": [%s]%s}"
                            .formatted(
                                    i == 78 ? "unheard" : i % 3 == 0 ? "gold" : "basic",
                                    20 + i % 50,
                                    i % 90,
                                    i % 100,
                                    contact,
                                    tags,
                                    own),
                    i);
        }
        recipe = observer.recipe(Columns.context("document", Meaning.JSON, 0, false, 500));
        TextMaker maker = Columns.maker(recipe, "document");
        made = new ArrayList<>();
        for (String text : Columns.make(maker, 2_000)) {
            made.add(MAPPER.readTree(text));
        }
    }

    private static double share(Predicate<JsonNode> test) {
        return (double) made.stream().filter(test).count() / made.size();
    }

    @Test
    void membersAreAsFrequentAsTheyWere() {
        assertThat(share(one -> one.has("plan") && one.has("age") && one.has("tags")))
                .isEqualTo(1);
        assertThat(share(one -> one.has("contact"))).isBetween(0.70, 0.80);
    }

    @Test
    void valuesKeepTheirKindsRangesAndShares() {
        assertThat(share(one -> one.get("plan").textValue().equals("gold"))).isBetween(0.28, 0.40);
        assertThat(made).allMatch(one -> one.get("age").isInt());
        assertThat(made)
                .allMatch(
                        one -> one.get("age").intValue() >= 20 && one.get("age").intValue() < 70);
        assertThat(made).anyMatch(one -> one.get("price").isDouble());
        assertThat(share(one -> one.get("tags").size() == 1)).isBetween(0.08, 0.35);
        assertThat(made)
                .allMatch(one -> one.get("tags").size() >= 1 && one.get("tags").size() <= 5);
    }

    @Test
    void whatOneFamilyHasStaysThere() throws Exception {
        assertThat(made).noneMatch(one -> one.has("singular"));
        assertThat(made).noneMatch(one -> one.get("plan").textValue().equals("unheard"));
        assertThat(made.toString()).doesNotContain("post.de");
        assertThat(MAPPER.writeValueAsString(recipe))
                .doesNotContain("singular")
                .doesNotContain("unheard")
                .doesNotContain("post.de");
    }

    @Test
    void aPersonInADocumentIsTheRowsPerson() {
        TextMaker first = Columns.maker(
                Columns.observed(20, i -> "Ada" + (char) ('a' + i))
                        .recipe(Columns.context("first_name", Meaning.FIRST_NAME, 0, false, 20)),
                "first_name");

        for (int i = 0; i < 200; i++) {
            if (made.get(i).has("contact")) {
                String email = made.get(i).get("contact").get("email").textValue();
                assertThat(email).startsWith(Change.FOLDED.apply(first.make(i, i, i)));
            }
        }
    }
}
