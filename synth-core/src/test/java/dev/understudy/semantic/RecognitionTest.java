package dev.understudy.semantic;

import static dev.understudy.semantic.Columns.names;
import static dev.understudy.semantic.Columns.observed;
import static dev.understudy.semantic.Columns.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.random.Draws;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class RecognitionTest {
    private static final Draws DRAWS = Draws.seeded(3);

    private static Optional<Meaning> meaningOf(String table, String column, IntFunction<String> values) {
        return observed(200, values).meaning(names(table), text(column)).map(ColumnMeaning::meaning);
    }

    @Test
    void valuesThatCanBeNothingElseNeedNoName() {
        assertThat(meaningOf("t", "x", i -> "user" + i + "@shop.de")).contains(Meaning.EMAIL);
        assertThat(meaningOf("t", "x", i -> new UUID(DRAWS.bits(i), DRAWS.bits(i, 1)).toString()))
                .contains(Meaning.UUID);
        assertThat(meaningOf("t", "x", i -> "https://shop.de/p/" + i)).contains(Meaning.URL);
        assertThat(meaningOf("t", "x", i -> "10.0.3." + i)).contains(Meaning.IP);
        assertThat(meaningOf("t", "x", i -> "{\"a\": " + i + "}")).contains(Meaning.JSON);
        assertThat(meaningOf("t", "x", i -> "2024-03-%02d".formatted(1 + i % 28)))
                .contains(Meaning.DATE_TEXT);
        assertThat(meaningOf("t", "x", i -> "+49 30 %07d".formatted(1234567 + i)))
                .contains(Meaning.PHONE);
        assertThat(meaningOf("t", "x", i -> "INV-2024-%05d".formatted(i))).contains(Meaning.CODE);
        assertThat(meaningOf("t", "x", i -> "It arrived on day " + i + " and was much too small for us"))
                .contains(Meaning.FREE_TEXT);
    }

    @Test
    void namesOfPeopleAreKnownByTheirWords() {
        List<String> first = Vocabulary.of("en").firstNames();

        assertThat(meaningOf("t", "x", i -> first.get(i * 7) + " Underwood")).contains(Meaning.FULL_NAME);
    }

    @Test
    void aNameThatItsValuesContradictIsNotBelieved() {
        assertThat(meaningOf("customer", "c_name", i -> "Customer#%09d".formatted(i)))
                .contains(Meaning.CODE);
        assertThat(meaningOf("customer", "email", i -> "n/a " + i)).isEmpty();
        assertThat(meaningOf(
                        "customer",
                        "state",
                        i -> List.of("CA", "TX", "NY", "WA", "OR").get(i % 5)))
                .contains(Meaning.STATE_CODE);
    }

    @Test
    void aNameThatIsTrueOfManyThingsYieldsToItsValues() {
        assertThat(meaningOf("payment", "reference", i -> new UUID(DRAWS.bits(i), DRAWS.bits(i, 1)).toString()))
                .contains(Meaning.UUID);
    }

    @Test
    void mailToReservedDomainsIsMail() {
        assertThat(meaningOf("customer", "email", i -> "ada" + i + "@shop.example"))
                .contains(Meaning.EMAIL);
        assertThat(meaningOf("t", "x", i -> "ada" + i + "@mail.test")).contains(Meaning.EMAIL);
    }

    @Test
    void aFewRowsWithAGoodNameAreEnough() {
        TextObserver observer = observed(2, i -> i == 0 ? "Mike" : "Jon");

        assertThat(observer.meaning(names("staff"), text("first_name")).map(ColumnMeaning::meaning))
                .contains(Meaning.FIRST_NAME);
    }

    @Test
    void theEvidenceHoldsNoValue() {
        TextObserver observer = observed(100, i -> "quixote" + i + "@shop.de");

        ColumnMeaning meaning = observer.meaning(names("t"), text("email")).orElseThrow();

        assertThat(meaning.evidence()).isEqualTo("its name and 100 % of 100 sampled values");
    }

    @Test
    void mergedObserversSayTheSameAsOne() {
        IntFunction<String> values = i -> i % 3 == 0 ? "A-%04d".formatted(i) : "INV-2024-%05d".formatted(i);
        TextObserver whole = observed(5000, values);
        TextObserver parts = observed(2000, values);
        TextObserver rest = new TextObserver(Columns.K);
        for (int i = 2000; i < 5000; i++) {
            rest.observe(values.apply(i), i);
        }
        parts.merge(rest);

        ColumnContext context = Columns.context("code", Meaning.CODE, 20, true, 5000);
        assertThat(parts.recipe(context)).isEqualTo(whole.recipe(context));
        assertThat(parts.sample().values()).isEqualTo(whole.sample().values());
    }

    @Test
    void theLocaleFollowsPlacesAndNames() {
        List<String> german = Vocabulary.of("de").lastNames();
        List<String> cities = List.of(
                "Berlin", "Hamburg", "München", "Köln", "Leipzig", "Dresden", "Bonn", "Essen", "Kiel", "Kassel",
                "Mainz", "Erfurt");

        assertThat(LocaleGuess.of(List.of(observed(200, i -> german.get(i * 5)))))
                .isEqualTo("de");
        assertThat(LocaleGuess.of(List.of(observed(200, i -> cities.get(i % 12)))))
                .isEqualTo("de-DE");
        assertThat(LocaleGuess.of(
                        List.of(observed(280, i -> Gazetteer.all().get(i).city()))))
                .isEmpty();
        assertThat(LocaleGuess.of(List.of(observed(200, i -> "q" + i)))).isEqualTo("en");
    }
}
