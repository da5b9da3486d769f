package dev.understudy.model;

import dev.understudy.schema.rule.Expression;
import dev.understudy.semantic.TextRecipe;
import java.util.List;

/** How the values of one output column are made. */
public sealed interface ColumnFill {

    /** A number, date or time that the cascade has drawn. */
    record Number(int column) implements ColumnFill {}

    /** A label that the cascade has drawn; a text without a label of its own is made by the recipe. */
    record Text(int column, TextRecipe recipe, List<Place> sources) implements ColumnFill {
        public Text {
            sources = sources == null ? List.of() : List.copyOf(sources);
        }

        public Text(int column, TextRecipe recipe) {
            this(column, recipe, List.of());
        }
    }

    /** A value of another type, written in the vendor's text form: a kept label, or a fresh value of the type. */
    record Literal(int column) implements ColumnFill {}

    /**
     * A whole number whose digits a recipe makes: a phone number, a card.
     *
     * @param column of the cascade that says whether there is one
     */
    record Digits(int column, TextRecipe recipe) implements ColumnFill {}

    /** The key column of the owner. @param pair which pair of the owning link */
    record Owner(int pair) implements ColumnFill {}

    /** The key column of the row that a reference points at. */
    record Reference(int reference, int pair) implements ColumnFill {}

    /**
     * The key of the row that one of several references points at: the one that the row's type follows. References of
     * several types are for one column each.
     *
     * @param references at least one
     */
    record TypedReference(List<Integer> references) implements ColumnFill {
        public TypedReference {
            references = List.copyOf(references);
        }
    }

    /** True if the column holds the key of the row that {@code reference} points at. */
    default boolean follows(int reference) {
        return this instanceof Reference one && one.reference() == reference
                || this instanceof TypedReference several
                        && several.references().contains(reference);
    }

    /** 1, 2, 3 … over all rows, times the step, from the start. */
    record Serial(long start, long step) implements ColumnFill {}

    /** Position among the siblings, from the start. */
    record Position(long start) implements ColumnFill {}

    /**
     * A text that no other row has.
     *
     * @param demanded texts of the first rows, because conditions of children name them
     */
    record UniqueText(TextRecipe recipe, List<Place> sources, List<String> demanded) implements ColumnFill {
        public UniqueText {
            sources = sources == null ? List.of() : List.copyOf(sources);
            demanded = demanded == null ? List.of() : List.copyOf(demanded);
        }

        public UniqueText(TextRecipe recipe) {
            this(recipe, List.of(), List.of());
        }
    }

    /**
     * Where another column's text stands that a recipe speaks of.
     *
     * @param step   {@link #OWN} row, {@link #OWNER}, the number of a reference, or {@link #HIDDEN}
     * @param column name of the column there; of a hidden one, its name in the row's cascade
     */
    record Place(int step, String column) {
        public static final int OWN = -1;
        public static final int OWNER = -2;
        /** A column of the row's cascade that is not written. */
        public static final int HIDDEN = -3;
    }

    /** A fresh version-4 UUID. */
    record FreshUuid() implements ColumnFill {}

    /** Always null. */
    record Null() implements ColumnFill {}

    /** Computed by the database; links have to agree with what it will be. */
    record Computed(Expression from) implements ColumnFill {}

    /** True if rows bring a value of the column along. */
    default boolean isWritten() {
        return !(this instanceof Omitted || this instanceof Computed);
    }

    /** Left out, so that the database's default applies. */
    record Omitted() implements ColumnFill {}
}
