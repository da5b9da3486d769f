package dev.understudy.semantic;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.understudy.check.CheckedNumber;
import java.util.List;
import java.util.Map;

/**
 * How the strings of one column are made anew. Stored in model files, so a recipe holds no value and no word of the
 * source, except parts of codes that at least k families share.
 *
 * <p>In all recipes {@code maxLength} counts characters, 0 means no limit; {@code unique} means that the text must differ
 * for different serial numbers.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "recipe")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TextRecipe.MeaningRecipe.class, name = "meaning"),
    @JsonSubTypes.Type(value = TextRecipe.PatternRecipe.class, name = "pattern"),
    @JsonSubTypes.Type(value = TextRecipe.ProseRecipe.class, name = "prose"),
    @JsonSubTypes.Type(value = TextRecipe.DigestRecipe.class, name = "digest"),
    @JsonSubTypes.Type(value = TextRecipe.CheckedRecipe.class, name = "checked"),
    @JsonSubTypes.Type(value = TextRecipe.ComposedRecipe.class, name = "composed"),
    @JsonSubTypes.Type(value = DocumentRecipe.class, name = "document"),
    @JsonSubTypes.Type(value = TextRecipe.PhraseRecipe.class, name = "phrases"),
    @JsonSubTypes.Type(value = TextRecipe.GuidedRecipe.class, name = "guided"),
    @JsonSubTypes.Type(value = TextRecipe.CustomRecipe.class, name = "custom"),
    @JsonSubTypes.Type(value = TextRecipe.PooledRecipe.class, name = "pooled"),
    @JsonSubTypes.Type(value = TextRecipe.DateRecipe.class, name = "date"),
    @JsonSubTypes.Type(value = TextRecipe.ConstantRecipe.class, name = "constant")
})
public sealed interface TextRecipe
        permits DocumentRecipe,
                TextRecipe.MeaningRecipe,
                TextRecipe.PatternRecipe,
                TextRecipe.ProseRecipe,
                TextRecipe.DigestRecipe,
                TextRecipe.CheckedRecipe,
                TextRecipe.ComposedRecipe,
                TextRecipe.PooledRecipe,
                TextRecipe.GuidedRecipe,
                TextRecipe.CustomRecipe,
                TextRecipe.PhraseRecipe,
                TextRecipe.DateRecipe,
                TextRecipe.ConstantRecipe {

    /** Shares are stored in this many parts, so that no exact count can be read off. */
    int WEIGHT_PARTS = 1024;

    /** True if a recipe for unique texts makes them differ by itself; false if that is left to what they are made from. */
    default boolean makesDifferentTexts() {
        return !(this instanceof CustomRecipe) && (!(this instanceof ComposedRecipe composed) || composed.numbered());
    }

    /**
     * A thing with a vocabulary or a format of its own.
     *
     * @param locale     see {@link LocaleGuess}
     * @param role       which of several persons or places of a row, as {@code billing}; mostly empty
     * @param shapes     formats of the source that at least k families share; used for phone numbers
     */
    record MeaningRecipe(
            Meaning meaning,
            String locale,
            String role,
            int maxLength,
            boolean unique,
            LetterCase letterCase,
            List<Template> shapes)
            implements TextRecipe {
        public MeaningRecipe {
            shapes = List.copyOf(shapes);
        }
    }

    /**
     * A code.
     *
     * @param templates at least one; no two of them fit the same string
     * @param counting  true if the numbers count up, false if they are spread
     */
    record PatternRecipe(List<Template> templates, int maxLength, boolean unique, boolean counting)
            implements TextRecipe {
        public PatternRecipe {
            templates = List.copyOf(templates);
            if (templates.isEmpty()) {
                throw new IllegalArgumentException("A pattern without templates.");
            }
        }
    }

    /** One shape of a code, with its share in {@link #WEIGHT_PARTS}. */
    record Template(int weight, List<Piece> pieces) {
        public Template {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * A run of characters of one class, or one of a few texts.
     *
     * @param glyphs  the class; unused where there are choices
     * @param length  how many characters
     * @param lead    smallest first digit of a run of digits, 0 to 9
     * @param choices texts that at least k families share; empty for a free run
     */
    record Piece(Glyphs glyphs, int length, int lead, List<Choice> choices) {
        public Piece {
            choices = List.copyOf(choices);
        }

        static Piece constant(String text) {
            return new Piece(Glyphs.DIGITS, text.length(), 0, List.of(new Choice(text, WEIGHT_PARTS)));
        }

        static Piece free(Glyphs glyphs, int length) {
            return new Piece(glyphs, length, 0, List.of());
        }
    }

    /** A text with its share in {@link #WEIGHT_PARTS}. */
    record Choice(String text, int weight) {}

    /**
     * Readable words.
     *
     * @param sentences true for sentences, false for a title
     * @param lengths   characters at equal steps of probability, rounded; at least two, ascending
     */
    record ProseRecipe(
            boolean sentences,
            String locale,
            List<Integer> lengths,
            int maxLength,
            boolean unique,
            LetterCase letterCase)
            implements TextRecipe {
        public ProseRecipe {
            lengths = List.copyOf(lengths);
        }
    }

    /** Random characters of one class; {@code length} includes the hyphens if {@code uuid}. */
    record DigestRecipe(Glyphs glyphs, int length, boolean uuid, boolean unique) implements TextRecipe {}

    /**
     * Numbers with check digits.
     *
     * @param format where separators stand, its free runs as long together as a number is; without pieces for none
     */
    record CheckedRecipe(CheckedNumber number, Template format, boolean unique) implements TextRecipe {}

    /**
     * Texts that other columns say.
     *
     * @param forms     at least one, each shared by at least k families
     * @param otherwise how a text is made where a source has none
     * @param email     true if the forms are what stands before the {@code @}; what follows is a reserved domain
     * @param numbered  true if a number must make texts different
     */
    record ComposedRecipe(List<Form> forms, TextRecipe otherwise, boolean email, boolean numbered, int maxLength)
            implements TextRecipe {
        public ComposedRecipe {
            forms = List.copyOf(forms);
        }
    }

    /** One way to compose, with its share in {@link #WEIGHT_PARTS}. */
    record Form(int weight, List<Part> parts) {
        public Form {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a composed text.
     *
     * @param source place that it comes from; -1 for none
     * @param change what becomes of the source's text
     * @param text   a constant that at least k families share; empty for a source or digits
     * @param digits how many free digits; 0 for none
     */
    record Part(int source, Change change, String text, int digits) {
        public static Part of(int source, Change change) {
            return new Part(source, change, "", 0);
        }

        public static Part constant(String text) {
            return new Part(-1, Change.AS_IS, text, 0);
        }

        public static Part free(int digits) {
            return new Part(-1, Change.AS_IS, "", digits);
        }
    }

    /**
     * Texts that come back.
     *
     * @param of     how each is made
     * @param size   how many different ones
     * @param shares share of rows that have the members up to each of {@link #RANKS}, in {@link #WEIGHT_PARTS}
     */
    record PooledRecipe(TextRecipe of, int size, List<Integer> shares) implements TextRecipe {
        /** Shares of the pool, the most frequent members first. */
        public static final double[] RANKS = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1};

        public PooledRecipe {
            shares = List.copyOf(shares);
        }
    }

    /**
     * Texts of pairs of words that at least k families write.
     *
     * @param following by word, the words that may follow; the empty word stands for the beginning and for the end
     * @param fillers   at least one word that no text of the source holds
     * @param lengths   as in {@link ProseRecipe}
     */
    record PhraseRecipe(Map<String, List<Choice>> following, List<String> fillers, List<Integer> lengths, int maxLength)
            implements TextRecipe {
        public PhraseRecipe {
            fillers = List.copyOf(fillers);
            lengths = List.copyOf(lengths);
        }
    }

    /**
     * Texts that follow hidden columns of the row, which are drawn as the others are: what kind of text it is, and how long.
     *
     * @param kinds  how texts of each kind are made; at least one
     * @param kind   place of the hidden column that numbers the kind from 0, as a label; -1 for none
     * @param length place of the hidden column with the characters; -1 for none
     */
    record GuidedRecipe(List<TextRecipe> kinds, int kind, int length) implements TextRecipe {
        public GuidedRecipe {
            kinds = List.copyOf(kinds);
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("A guided text of no kind.");
            }
        }
    }

    /** Texts of a {@link dev.understudy.custom.CustomGenerator}, by its name. */
    record CustomRecipe(String generator, int maxLength) implements TextRecipe {}

    /** Dates written as text; {@code format} is one of {@link java.time.format.DateTimeFormatter}, years are rounded outward. */
    record DateRecipe(String format, int fromYear, int toYear) implements TextRecipe {}

    /** The same harmless text in every row, where nothing better is known: an empty JSON object. */
    record ConstantRecipe(String text) implements TextRecipe {}
}
