package dev.understudy.semantic;

import dev.understudy.check.CheckedNumber;
import dev.understudy.check.CheckedNumber.Kind;
import dev.understudy.semantic.DocumentRecipe.Syntax;
import dev.understudy.semantic.TextRecipe.CheckedRecipe;
import dev.understudy.semantic.TextRecipe.ConstantRecipe;
import dev.understudy.semantic.TextRecipe.DateRecipe;
import dev.understudy.semantic.TextRecipe.DigestRecipe;
import dev.understudy.semantic.TextRecipe.MeaningRecipe;
import dev.understudy.semantic.TextRecipe.PatternRecipe;
import dev.understudy.semantic.TextRecipe.Piece;
import dev.understudy.semantic.TextRecipe.ProseRecipe;
import dev.understudy.semantic.TextRecipe.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns what was observed of one column into a recipe. */
final class RecipeChoice {
    static final int MOST_CODE_SHAPES = 24;

    private static final double ENOUGH_IN_SHAPES = 0.6;
    /** What is known to be a code takes the shapes that it has, even if most values have rare ones. */
    private static final double ENOUGH_FOR_A_CODE = 0.2;

    /** Share of values that must be of one kind of number. */
    private static final double MOSTLY = 0.9;

    private static final int DEFAULT_LENGTH = 12;
    private static final List<Integer> DEFAULT_TITLE = List.of(6, 12, 16, 20, 28);
    private static final List<Integer> DEFAULT_PROSE = List.of(24, 48, 80, 112, 160);
    /** Numbers fill at least this share of their space if they count up. */
    private static final double DENSE = 0.002;

    private final TextObserver seen;
    private final ColumnContext context;
    private final int maxLength;

    RecipeChoice(TextObserver seen, ColumnContext context) {
        this.seen = seen;
        this.context = context;
        this.maxLength = context.column().type().length();
    }

    TextRecipe recipe() {
        return switch (context.meaning()) {
            case JSON -> document();
            case XML, HTML -> markup();
            case UUID -> fits(36) ? new DigestRecipe(Glyphs.HEX_LOWER, 36, true, context.unique()) : code();
            case DATE_TEXT, BIRTH_DATE -> date();
            case CODE,
                    TOKEN,
                    DIGEST,
                    PASSWORD_HASH,
                    ACCOUNT_NUMBER,
                    AGE,
                    CARD_EXPIRY,
                    CARD_CHECK,
                    COORDINATES,
                    DRIVING_LICENCE,
                    HOUSE_NUMBER,
                    LATITUDE,
                    LICENCE_PLATE,
                    LONGITUDE,
                    NUMBER_TEXT,
                    PASSPORT,
                    TIME_TEXT,
                    VERSION,
                    BASE64,
                    JWT -> code();
            case NATIONAL_ID -> checked(Kind.PERSON);
            case TAX_NUMBER -> checked(Kind.COMPANY);
            case EAN -> checked(Kind.ARTICLE);
            case ISBN -> checked(Kind.BOOK);
            case ISSN -> checked(Kind.PERIODICAL);
            case VIN -> checked(Kind.VEHICLE);
            case IMEI -> checked(Kind.DEVICE);
            case ISIN -> checked(Kind.SECURITY);
            case ROUTING_NUMBER -> checked(Kind.BANK);
            case CARD -> fits(16) ? checked(Kind.CARD) : meaning();
            case COLOUR ->
                seen.sample().values().stream().anyMatch(v -> KnownWords.COLOURS.hasWordOf(v)) ? meaning() : code();
            case DESCRIPTION, FREE_TEXT -> text();
            case TITLE, PRODUCT -> prose(false);
            case OTHER -> unrecognised();
            default -> meaning();
        };
    }

    /** Empty where too few families have documents. */
    private TextRecipe document() {
        DocumentShape shape = seen.documents();
        Optional<ElementForm> form = ElementForm.of(context.column().type());
        return shape == null || !shape.isShared()
                ? new ConstantRecipe("{}")
                : new DocumentRecipe(
                        shape.node(context),
                        maxLength,
                        form.isPresent() ? Syntax.BRACES : Syntax.JSON,
                        form.orElse(ElementForm.TEXT));
    }

    /** Empty where too few families have documents, or they are not well-formed. */
    private TextRecipe markup() {
        DocumentShape shape = seen.documents();
        if (shape == null || !shape.isShared()) {
            return new ConstantRecipe("<empty/>");
        }
        return new DocumentRecipe(
                shape.node(context).withoutSingles(),
                maxLength,
                seen.mostlyWithProlog() ? Syntax.XML_WITH_PROLOG : Syntax.XML,
                ElementForm.TEXT);
    }

    private MeaningRecipe meaning() {
        List<Template> shapes =
                context.meaning() == Meaning.PHONE ? seen.shapes().templates(seen.k(), 8) : List.of();
        // The digits of a phone number are chosen from fictional ranges; only its format is kept.
        List<Template> formats = shapes.stream().map(RecipeChoice::withoutTexts).toList();
        return new MeaningRecipe(
                context.meaning(),
                context.locale(),
                NameWords.of(TableNames.alone(context.table()), context.column().name())
                        .role(),
                maxLength,
                context.unique(),
                seen.letterCase(),
                formats);
    }

    /** The kind of number that the values are, in their format; a code where they are none that is known. */
    private TextRecipe checked(Kind kind) {
        List<String> values = seen.sample().values().stream()
                .filter(value -> !value.isBlank())
                .toList();
        CheckedNumber number = seen.isShared()
                ? CheckedNumber.of(values, kind, MOSTLY).orElse(null)
                : kind == Kind.CARD ? CheckedNumber.CARD : null;
        if (number == null || !fits(number.make(0).length())) {
            return kind == Kind.PERSON && values.isEmpty() ? meaning() : code();
        }
        int length = number.make(0).length();
        Template format = seen.shapes().templates(seen.k(), 8).stream()
                .filter(template -> characters(template) == length && isSeparated(template))
                .map(RecipeChoice::withoutTexts)
                .findFirst()
                .orElse(new Template(TextRecipe.WEIGHT_PARTS, List.of()));
        return new CheckedRecipe(number, format, context.unique());
    }

    private static int characters(Template template) {
        return template.pieces().stream()
                .filter(piece -> !isSeparator(piece))
                .mapToInt(Piece::length)
                .sum();
    }

    private static boolean isSeparated(Template template) {
        return template.pieces().stream().anyMatch(RecipeChoice::isSeparator);
    }

    private static boolean isSeparator(Piece piece) {
        return piece.choices().size() == 1
                && " .-/".contains(piece.choices().get(0).text());
    }

    /** Only marks stay as they are. */
    private static Template withoutTexts(Template shape) {
        return new Template(
                shape.weight(),
                shape.pieces().stream()
                        .map(piece -> isMark(piece) ? piece : Piece.free(piece.glyphs(), piece.length()))
                        .toList());
    }

    /** One character that is neither a letter nor a digit. */
    private static boolean isMark(Piece piece) {
        return piece.choices().size() == 1
                && piece.choices().get(0).text().chars().noneMatch(Character::isLetterOrDigit);
    }

    private TextRecipe unrecognised() {
        boolean words = seen.words().quantile(0.5) >= 2;
        if (!words && seen.shapes().coverage(seen.k(), MOST_CODE_SHAPES) >= ENOUGH_IN_SHAPES) {
            return code();
        }
        if (words && seen.words().quantile(0.5) >= 5) {
            return prose(true);
        }
        return seen.isShared() && seen.count() > 0 && !words ? oneWord() : prose(false);
    }

    /** Words of no known kind, such as nicknames: readable, of matched length. */
    private TextRecipe oneWord() {
        boolean digits =
                seen.sample().values().stream().filter(ValueTests::hasDigit).count() * 2
                        > seen.sample().values().size();
        return digits ? token() : prose(false);
    }

    private TextRecipe code() {
        List<Template> templates = seen.shapes().templates(seen.k(), MOST_CODE_SHAPES);
        if (templates.isEmpty() || seen.shapes().coverage(seen.k(), MOST_CODE_SHAPES) < ENOUGH_FOR_A_CODE) {
            return token();
        }
        boolean dense = templates.stream()
                .anyMatch(template -> context.distinct() >= DENSE * PatternMaker.space(template.pieces()));
        return new PatternRecipe(roomy(templates), maxLength, context.unique(), dense && context.unique());
    }

    /** Gives up staying above the source's numbers where there would not be enough numbers left. */
    private List<Template> roomy(List<Template> templates) {
        long needed = context.unique() ? 4 * context.distinct() : context.distinct();
        List<Template> roomy = templates.stream()
                .map(template -> PatternMaker.space(template.pieces()) >= needed ? template : fromZero(template))
                .toList();
        boolean tooFew =
                context.unique() && roomy.stream().allMatch(template -> PatternMaker.space(template.pieces()) < needed);
        // Runs that have few texts say nothing of the number, so that it must go into all of them.
        return tooFew ? roomy.stream().map(RecipeChoice::withoutTexts).toList() : roomy;
    }

    private static Template fromZero(Template template) {
        return new Template(
                template.weight(),
                template.pieces().stream()
                        .map(piece -> new Piece(piece.glyphs(), piece.length(), 0, piece.choices()))
                        .toList());
    }

    private DigestRecipe token() {
        int typical = seen.isShared() && seen.count() > 0 ? seen.characters().quantile(0.5) : DEFAULT_LENGTH;
        int length = Math.max(1, fits(typical) ? typical : maxLength);
        boolean digest = context.meaning() == Meaning.DIGEST;
        Glyphs glyphs = switch (seen.letterCase()) {
            case UPPER -> digest ? Glyphs.HEX_UPPER : Glyphs.UPPER_DIGITS;
            case LOWER -> digest ? Glyphs.HEX_LOWER : Glyphs.LOWER_DIGITS;
            case MIXED ->
                digest ? Glyphs.HEX_LOWER : context.column().type().ignoresCase() ? Glyphs.LOWER_DIGITS : Glyphs.ALL;
        };
        return new DigestRecipe(glyphs, length, false, context.unique());
    }

    /** Of pairs of words that enough families share, else of the dictionary. */
    private TextRecipe text() {
        ProseRecipe plain = prose(true);
        return seen.phrases().recipe(plain).map(TextRecipe.class::cast).orElse(plain);
    }

    ProseRecipe prose(boolean sentences) {
        List<Integer> lengths = sentences ? DEFAULT_PROSE : DEFAULT_TITLE;
        if (seen.isShared() && seen.count() > 0) {
            lengths = seen.characters().cuts();
        }
        return new ProseRecipe(sentences, context.locale(), lengths, maxLength, context.unique(), seen.letterCase());
    }

    private TextRecipe date() {
        Map<String, Integer> formats = new TreeMap<>();
        seen.sample()
                .values()
                .forEach(value -> ValueTests.dateFormat(value.strip())
                        .ifPresent(format -> formats.merge(format, 1, Integer::sum)));
        String format = ValueTests.DATE_FORMATS.stream()
                .max((a, b) -> {
                    int order = Integer.compare(formats.getOrDefault(a, 0), formats.getOrDefault(b, 0));
                    return order != 0 ? order : Integer.compare(rank(b), rank(a));
                })
                .orElseThrow();
        return seen.isShared() && !formats.isEmpty()
                ? new DateRecipe(format, 1990, 2029)
                : new DateRecipe("uuuu-MM-dd", 1990, 2029);
    }

    private static int rank(String format) {
        return ValueTests.DATE_FORMATS.indexOf(format);
    }

    private boolean fits(int length) {
        return maxLength == 0 || length <= maxLength;
    }
}
