package dev.understudy.semantic;

import static dev.understudy.semantic.Columns.PERSONAS;
import static dev.understudy.semantic.Columns.context;
import static dev.understudy.semantic.Columns.maker;
import static dev.understudy.semantic.Columns.observed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.MeaningRecipe;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.EmailValidator;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMakerTest {
    private static final int SERIALS = 100_000;

    private static MeaningRecipe recipe(Meaning meaning, String locale, int length, boolean unique) {
        return new MeaningRecipe(meaning, locale, "", length, unique, LetterCase.MIXED, List.of());
    }

    private static TextMaker of(Meaning meaning, String locale) {
        return maker(recipe(meaning, locale, 0, false), meaning.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "", "fr-FR", "pl"})
    void aPersonaHasOneNameOneAddressAndAMatchingMail(String locale) {
        Map<Meaning, TextMaker> makers = new EnumMap<>(Meaning.class);
        for (Meaning meaning : List.of(
                Meaning.FIRST_NAME,
                Meaning.LAST_NAME,
                Meaning.FULL_NAME,
                Meaning.EMAIL,
                Meaning.CITY,
                Meaning.STATE,
                Meaning.COUNTRY)) {
            makers.put(meaning, of(meaning, locale));
        }
        for (long persona = 0; persona < 500; persona++) {
            String first = makers.get(Meaning.FIRST_NAME).make(1, persona, 2);
            String last = makers.get(Meaning.LAST_NAME).make(3, persona, 4);
            String full = makers.get(Meaning.FULL_NAME).make(5, persona, 6);
            String mail = makers.get(Meaning.EMAIL).make(7, persona, 8);
            String city = makers.get(Meaning.CITY).make(9, persona, 10);
            String state = makers.get(Meaning.STATE).make(9, persona, 10);
            String country = makers.get(Meaning.COUNTRY).make(9, persona, 10);

            assertThat(full).isEqualTo(first + " " + last);
            if (first.chars().allMatch(c -> c < 128) && last.chars().allMatch(Character::isLetter)) {
                assertThat(mail).startsWith(first.toLowerCase().replaceAll("[^a-z]", "") + ".");
            }
            assertThat(Gazetteer.all())
                    .anyMatch(place -> place.city().equals(city)
                            && place.region().equals(state)
                            && place.country().equals(country));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 2", "false, 1", "false, 2", "false, 3"})
    void aTextOfOneOrTwoCharactersIsNoEmptyOne(boolean sentences, int length) {
        TextRecipe prose =
                new TextRecipe.ProseRecipe(sentences, "en", List.of(length, length), 0, false, LetterCase.MIXED);

        for (long row = 0; row < 100; row++) {
            assertThat(maker(prose, "note").make(row, 1, row)).isNotBlank();
        }
    }

    @Test
    void anotherRoleIsAnotherPlace() {
        TextMaker billing =
                maker(new MeaningRecipe(Meaning.CITY, "en", "billing", 0, false, LetterCase.MIXED, List.of()), "city");
        TextMaker shipping =
                maker(new MeaningRecipe(Meaning.CITY, "en", "shipping", 0, false, LetterCase.MIXED, List.of()), "city");

        long same = Stream.iterate(0L, i -> i + 1)
                .limit(1000)
                .filter(i -> billing.make(i, i, i).equals(shipping.make(i, i, i)))
                .count();

        assertThat(same).isLessThan(50);
    }

    @Test
    void namesCitiesAndCompaniesStandInTheVocabularyOfTheirLocale() {
        Vocabulary german = Vocabulary.of("de");
        Set<String> cities = new HashSet<>();
        Gazetteer.of("de").forEach(place -> cities.add(place.city()));

        assertThat(Columns.make(of(Meaning.FIRST_NAME, "de"), 1000)).isSubsetOf(german.firstNames());
        assertThat(Columns.make(of(Meaning.CITY, "de"), 1000)).isSubsetOf(cities);
        assertThat(Columns.make(of(Meaning.COMPANY, "de"), 1000))
                .allSatisfy(company -> assertThat(german.lastNames()).contains(company.split("[ -]")[0]));
    }

    @Test
    void mailsCardsAndAccountsAreValidAndBelongToNobody() {
        assertThat(Columns.make(of(Meaning.EMAIL, "de"), 1000))
                .allMatch(mail -> EmailValidator.getInstance().isValid(mail))
                .allMatch(mail -> mail.matches(".*[@.]example\\.(com|org|net)"));
        assertThat(Columns.make(of(Meaning.CARD, "en"), 1000))
                .allMatch(LuhnCheckDigit.LUHN_CHECK_DIGIT::isValid)
                .allMatch(card -> card.startsWith("999999"));
        assertThat(Columns.make(of(Meaning.IBAN, "en"), 1000))
                .allMatch(iban -> IBANValidator.getInstance().isValid(iban));
    }

    @Test
    void phonesKeepTheFormatOfTheSourceAndLieInFictionalRanges() {
        TextObserver observer = observed(500, i -> "(%03d) %03d-%04d".formatted(212 + i % 90, 300 + i, 4000 + i));
        TextMaker american = maker(observer.recipe(context("phone", Meaning.PHONE, 20, false, 500)), "phone");
        TextObserver digits = observed(500, i -> Long.toString(140_333_568_000L + 7919L * i));
        TextMaker plain = maker(digits.recipe(context("phone", Meaning.PHONE, 20, true, 500)), "phone");

        assertThat(Columns.make(american, 1000)).allMatch(phone -> phone.matches("\\([2-9]\\d\\d\\) 555-01\\d\\d"));
        assertThat(Columns.make(plain, 1000)).allMatch(phone -> phone.matches("999\\d{9}"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Meaning.class,
            names = {
                "FIRST_NAME", "LAST_NAME", "FULL_NAME", "EMAIL", "USERNAME", "CITY", "COUNTRY", "STATE", "COMPANY",
                        "JOB",
                "STREET", "IBAN", "CARD", "NATIONAL_ID", "IP", "MAC", "URL", "PHONE", "POSTCODE", "ADDRESS_LINE"
            })
    void differentSerialsGiveDifferentTextsUpToTheCapacity(Meaning meaning) {
        for (int length : new int[] {0, 20}) {
            TextMaker maker = maker(recipe(meaning, "en", length, true), meaning.name());
            int count = (int) Math.min(SERIALS, maker.capacity());
            Set<String> made = new HashSet<>();
            int wrongLength = 0;
            for (int i = 0; i < count; i++) {
                String text = maker.make(i, i / 3, i);
                wrongLength += text.isEmpty() || length > 0 && text.length() > length ? 1 : 0;
                made.add(text);
            }
            assertThat(made).as("%s(%d)", meaning, length).hasSize(count);
            assertThat(wrongLength).as("%s(%d)", meaning, length).isZero();
        }
    }

    @Test
    void almostEveryUniqueMeaningHasRoomForAHundredThousand() {
        Set<Meaning> narrow = EnumSet.noneOf(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            TextMaker maker =
                    maker(new TextObserver(1).recipe(context("x", meaning, 0, true, 100_000)), meaning.name());
            if (maker.capacity() < SERIALS) {
                narrow.add(meaning);
            }
        }

        assertThat(narrow)
                .containsExactlyInAnyOrder(
                        Meaning.PHONE,
                        Meaning.STATE_CODE,
                        Meaning.COUNTRY_CODE,
                        Meaning.BIRTH_DATE,
                        Meaning.DATE_TEXT,
                        Meaning.HTML,
                        Meaning.JSON,
                        Meaning.XML);
    }

    @Test
    void uniqueTextsDifferUpToTheirCapacityAtEveryLength() {
        for (Meaning meaning : Meaning.values()) {
            for (int length = 1; length <= 40; length++) {
                TextRecipe recipe = TextObserver.recipeWithoutRows(context("x", meaning, length, true, 300));
                TextMaker maker = maker(recipe, "x");
                boolean document = maker.capacity() == 1;
                int longest = length;

                List<String> made = Columns.make(maker, (int) Math.min(300, maker.capacity()));

                assertThat(new HashSet<>(made)).as("%s(%d)", meaning, length).hasSize(made.size());
                assertThat(made).as("%s(%d)", meaning, length).allMatch(text -> document || text.length() <= longest);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TITLE, 255",
        "TITLE, 40",
        "TITLE, 17",
        "TITLE, 8",
        "PRODUCT, 60",
        "DESCRIPTION, 500",
        "FREE_TEXT, 0",
        "UUID, 36",
        "TOKEN, 32",
        "OTHER, 10"
    })
    void uniqueWordsAndTokensNeverRepeat(Meaning meaning, int length) {
        TextRecipe recipe = new TextObserver(1).recipe(context("x", meaning, length, true, SERIALS));
        TextMaker maker = maker(recipe, "x");

        List<String> made = Columns.make(maker, SERIALS);

        assertThat(maker.capacity()).isGreaterThanOrEqualTo(SERIALS);
        assertThat(new HashSet<>(made)).hasSize(SERIALS);
        assertThat(made).allMatch(text -> !text.isEmpty() && (length == 0 || text.length() <= length));
    }

    @Test
    void codesCountOrSpreadWithinTheirTemplate() {
        TextObserver dense = observed(5000, i -> "INV-%d-%05d".formatted(2020 + i % 4, i));
        TextObserver sparse =
                observed(5000, i -> "%08X".formatted(Draws.seeded(1).bits(i) >>> 32));

        List<String> invoices =
                Columns.make(maker(dense.recipe(context("no", Meaning.CODE, 20, true, 5000)), "no"), 20_000);
        List<String> tokens =
                Columns.make(maker(sparse.recipe(context("token", Meaning.TOKEN, 8, true, 5000)), "token"), SERIALS);

        assertThat(invoices)
                .allMatch(code -> code.matches("INV-202[0-3]-\\d{5}"))
                .doesNotHaveDuplicates();
        assertThat(invoices.get(1)).endsWith("0001");
        assertThat(new HashSet<>(tokens)).hasSize(SERIALS);
        assertThat(tokens).allMatch(code -> code.matches("[0-9A-F]{8}|[0-9A-Z]{8}"));
    }

    @Test
    void freeNumbersOfCodesStayAboveTheSources() {
        TextObserver observer = observed(300, i -> "A%08d".formatted(30_000_000 + 60_077 * i));
        TextMaker maker = maker(observer.recipe(context("no", Meaning.CODE, 20, false, 300)), "no");

        assertThat(Columns.make(maker, 1000)).allMatch(code -> code.matches("A[5-9]\\d{7}"));
    }

    @Test
    void titlesAreAsLongAndAsLoudAsTheSources() {
        TextObserver observer = observed(1000, i -> "ACADEMY DINOSAUR".substring(0, 8 + i % 9));
        TextMaker maker = maker(observer.recipe(context("title", Meaning.TITLE, 255, false, 1000)), "title");

        List<String> made = Columns.make(maker, 1000);

        double mean = made.stream().mapToInt(String::length).average().orElseThrow();
        assertThat(mean).isBetween(10.0, 14.0);
        assertThat(made).allMatch(title -> title.equals(title.toUpperCase()));
    }

    @Test
    void aMakerIsAPureFunction() {
        for (Meaning meaning : Meaning.values()) {
            TextRecipe recipe = new TextObserver(1).recipe(context("x", meaning, 50, false, 10));
            TextMaker one = TextMaker.of(recipe, PERSONAS, Draws.seeded(1));
            TextMaker other = TextMaker.of(recipe, PERSONAS, Draws.seeded(1));

            assertThat(one.make(5, 6, 7))
                    .isEqualTo(other.make(5, 6, 7))
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(50);
        }
    }
}
