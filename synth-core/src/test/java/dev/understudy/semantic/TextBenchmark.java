package dev.understudy.semantic;

import dev.understudy.check.CheckedNumber;
import dev.understudy.random.Draws;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one made string costs, by kind, on one thread.
 *
 * <p>Samples of a thousand strings, which take less than a time slice: on a busy machine most of them are not interrupted, so
 * that their median says what the string costs and not who else was there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class TextBenchmark {
    static final int TEXTS = 1_000;

    /** The kinds; those of free text begin with "text". */
    @Param({
        "first name",
        "full name",
        "e-mail",
        "phone",
        "street",
        "city",
        "postcode",
        "company",
        "code",
        "card",
        "iban",
        "national id",
        "composed",
        "bound persona",
        "text title",
        "text sentences",
        "text phrases"
    })
    public String kind;

    private TextMaker maker;
    private Surroundings around = Surroundings.NONE;
    private boolean bound;
    private Draws traits;
    private long next;

    @Setup
    public void make() {
        traits = Draws.seeded(5);
        maker = TextMaker.of(
                recipe(), Draws.seeded(1).at("people"), Draws.seeded(1).at(kind));
    }

    private TextRecipe recipe() {
        return switch (kind) {
            case "first name" -> meaning(Meaning.FIRST_NAME);
            case "full name" -> meaning(Meaning.FULL_NAME);
            case "e-mail" -> meaning(Meaning.EMAIL);
            case "phone" -> meaning(Meaning.PHONE);
            case "street" -> meaning(Meaning.STREET);
            case "city" -> meaning(Meaning.CITY);
            case "postcode" -> meaning(Meaning.POSTCODE);
            case "company" -> meaning(Meaning.COMPANY);
            case "iban" -> meaning(Meaning.IBAN);
            case "code" ->
                Columns.observed(500, i -> "INV-2024-%05d".formatted(i * 7))
                        .recipe(Columns.context("code", Meaning.CODE, 20, true, 500));
            case "card" -> checked(CheckedNumber.CARD);
            case "national id" -> checked(CheckedNumber.BR_CPF);
            case "composed" -> {
                around = source -> source == 0 ? "Mary Ann" : source == 1 ? "O'Neill" : "2024-03-05";
                yield new TextRecipe.ComposedRecipe(
                        List.of(new TextRecipe.Form(
                                TextRecipe.WEIGHT_PARTS,
                                List.of(
                                        TextRecipe.Part.of(0, Change.FOLDED),
                                        TextRecipe.Part.constant("."),
                                        TextRecipe.Part.of(1, Change.FOLDED),
                                        TextRecipe.Part.of(2, Change.YEAR)))),
                        meaning(Meaning.EMAIL),
                        true,
                        true,
                        80);
            }
            case "bound persona" -> {
                bound = true;
                yield meaning(Meaning.FULL_NAME);
            }
            case "text title" -> prose(Meaning.TITLE);
            case "text sentences" ->
                new TextRecipe.ProseRecipe(true, "en", List.of(40, 80, 120), 200, false, LetterCase.MIXED);
            default -> prose(Meaning.FREE_TEXT);
        };
    }

    private static TextRecipe meaning(Meaning meaning) {
        return new TextRecipe.MeaningRecipe(meaning, "", "", 80, false, LetterCase.MIXED, List.of());
    }

    private static TextRecipe checked(CheckedNumber number) {
        return new TextRecipe.CheckedRecipe(number, new TextRecipe.Template(TextRecipe.WEIGHT_PARTS, List.of()), true);
    }

    /** Titles of about 24 characters, remarks of about 80. */
    private static TextRecipe prose(Meaning meaning) {
        boolean title = meaning == Meaning.TITLE;
        return Columns.observed(
                        500,
                        i -> title
                                ? "A title of some words " + i
                                : "A remark of some more words than that, as people write when they were asked. No. "
                                        + i)
                .recipe(Columns.context("text", meaning, 200, false, 500));
    }

    /** One string. */
    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public int text() {
        int characters = 0;
        for (int i = 0; i < TEXTS; i++) {
            long persona = bound ? Traits.bound(next, traits, "Germany", null, null, "F") : next;
            characters += maker.make(next, persona, next, around).length();
            next++;
        }
        return characters;
    }
}
