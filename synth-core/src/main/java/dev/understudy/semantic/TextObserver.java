package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Watches the values of one text column and tells what they mean and how to make others like them.
 *
 * <p>Bounded memory: at most 2,000 distinct values, 256 shapes with 16 texts a run, a histogram of lengths; about 1 MB for
 * short values. Some hundred nanoseconds a value. Not for several threads: use one observer a thread and
 * {@linkplain #merge merge} them in a fixed order. Holds values of the source, so it must not be stored; what
 * {@link #recipe} gives may be.
 */
public final class TextObserver {
    private final int k;
    private final Sample sample = new Sample();
    private final DocumentReader reader = new DocumentReader();
    private final Lengths characters = new Lengths();
    private final Lengths words = new Lengths();
    private final Shapes shapes;
    private final FamilySet families;
    private final Phrases phrases;
    private DocumentShape documents;
    private long count;
    private long withLetters;
    private long withoutLower;
    private long withoutUpper;
    private long withProlog;

    /** @param k how many families must share what a recipe keeps; at least 1 */
    public TextObserver(int k) {
        this.k = k;
        this.shapes = new Shapes(k + 2);
        this.phrases = new Phrases(k);
        this.families = new FamilySet(k + 2);
    }

    /** @param family a hash of the family that the row belongs to */
    public void observe(String value, long family) {
        observe(value, family, reader.read(value));
    }

    /** @param document what a {@link DocumentReader} of the column gives for the value */
    public void observe(String value, long family, Optional<JsonNode> document) {
        count++;
        families.add(family);
        characters.add(value.length());
        int length = ValueTests.words(value);
        words.add(length);
        observeCase(value);
        shapes.add(value, family);
        sample.add(value);
        if (length >= Phrases.FEWEST_WORDS) {
            phrases.add(value, family);
        }
        document.ifPresent(tree -> observeDocument(tree, family));
        withProlog += document.isPresent() && value.startsWith("<?xml") ? 1 : 0;
    }

    boolean mostlyWithProlog() {
        return 2 * withProlog > count;
    }

    private void observeDocument(JsonNode document, long family) {
        documents = documents == null ? new DocumentShape(k, 0) : documents;
        documents.add(document, family);
    }

    private void observeCase(String value) {
        boolean lower = false;
        boolean upper = false;
        for (int i = 0; i < value.length() && !(lower && upper); i++) {
            char c = value.charAt(i);
            lower |= Character.isLowerCase(c);
            upper |= Character.isUpperCase(c);
        }
        if (lower || upper) {
            withLetters++;
            withoutLower += lower ? 0 : 1;
            withoutUpper += upper ? 0 : 1;
        }
    }

    /** Adds what {@code other} saw; {@code other} must not be used any more. */
    public void merge(TextObserver other) {
        count += other.count;
        families.addAll(other.families);
        characters.addAll(other.characters);
        words.addAll(other.words);
        withLetters += other.withLetters;
        withoutLower += other.withoutLower;
        withoutUpper += other.withoutUpper;
        withProlog += other.withProlog;
        shapes.addAll(other.shapes);
        sample.addAll(other.sample);
        // Of documents the larger part stands for both: shapes are no sums.
        documents = documents == null || other.count > count ? other.documents : documents;
    }

    /** How many values were observed. */
    public long count() {
        return count;
    }

    /** What the column means; empty if nothing is recognised. Costs some milliseconds. */
    public Optional<ColumnMeaning> meaning(TableNames names, Column column) {
        return new MeaningJudge(sample.values())
                .judge(names, column, shapes.coverage(k, RecipeChoice.MOST_CODE_SHAPES));
    }

    /** What the name alone suggests, for a table without rows. */
    public static Optional<Meaning> byName(TableNames names, Column column) {
        return NameHints.of(names, column.name()).meanings().stream().findFirst();
    }

    /** True if the values of a column that is no text may say something of persons or places, so that they are worth a look. */
    public static boolean mayMean(TableNames names, Column column) {
        return column.type().family() == TypeFamily.NETWORK
                || TypedMeanings.mayMean(column.type().family(), NameHints.of(names, column.name()));
    }

    /** How to make such strings; holds nothing that fewer than k families share. */
    public TextRecipe recipe(ColumnContext context) {
        return new RecipeChoice(this, context).recipe();
    }

    /**
     * How to make texts of one kind among those of the column, by what {@link #recipe} says of all of them.
     *
     * @param tilt how much more often than in all texts a word (letters only, lower case) is to come; 0 for never
     * @return {@code of} itself where it is not made of phrases, or too few are left
     */
    public TextRecipe recipe(TextRecipe of, ColumnContext context, ToDoubleFunction<String> tilt) {
        if (!(of instanceof TextRecipe.PhraseRecipe)) {
            return of;
        }
        return phrases.recipe(new RecipeChoice(this, context).prose(true), word -> tilt.applyAsDouble(bare(word)))
                .map(TextRecipe.class::cast)
                .orElse(of);
    }

    /** The letters of a word, in lower case. */
    public static String bare(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetter(word.charAt(i))) {
                letters.append(Character.toLowerCase(word.charAt(i)));
            }
        }
        return letters.toString();
    }

    /** How to make strings for a column without any value. */
    public static TextRecipe recipeWithoutRows(ColumnContext context) {
        return new TextObserver(1).recipe(context);
    }

    Phrases phrases() {
        return phrases;
    }

    /** What the values have in common as JSON; null if none is. */
    DocumentShape documents() {
        return documents;
    }

    int k() {
        return k;
    }

    Sample sample() {
        return sample;
    }

    Lengths characters() {
        return characters;
    }

    Lengths words() {
        return words;
    }

    Shapes shapes() {
        return shapes;
    }

    /** True if at least k families stand behind the column as a whole. */
    public boolean isShared() {
        return families.size() >= k;
    }

    LetterCase letterCase() {
        if (!isShared() || withLetters == 0) {
            return LetterCase.MIXED;
        }
        if (withoutLower >= 0.95 * withLetters) {
            return LetterCase.UPPER;
        }
        return withoutUpper >= 0.95 * withLetters ? LetterCase.LOWER : LetterCase.MIXED;
    }
}
