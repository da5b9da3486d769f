package dev.understudy.learn;

import dev.understudy.data.Storage;
import dev.understudy.data.TypeLimits;
import dev.understudy.encode.LabelCodec;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.semantic.ColumnContext;
import dev.understudy.semantic.ColumnMeaning;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TableNames;
import dev.understudy.semantic.TextObserver;
import dev.understudy.semantic.TextRecipe;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Phone numbers, identity numbers, cards and accounts that are kept in columns of whole numbers. Their distribution means
 * nothing, and a draw from it may be somebody's; they are made as texts are, and written as numbers.
 */
final class NumbersOfPeople {
    private static final Set<Meaning> NUMBERS = EnumSet.of(
            Meaning.PHONE,
            Meaning.NATIONAL_ID,
            Meaning.TAX_NUMBER,
            Meaning.CARD,
            Meaning.ACCOUNT_NUMBER,
            Meaning.EAN,
            Meaning.ISBN);

    private NumbersOfPeople() {}

    /**
     * The recipe of their digits; empty for other columns, and for those whose range a check limits.
     *
     * @param given what the operator says that the column means; null for nothing
     */
    static Optional<TextRecipe> recipe(
            Table table,
            Column column,
            NumberSample numbers,
            long[] family,
            Meaning given,
            String locale,
            boolean unique,
            int k) {
        boolean limited =
                table.checks().stream().anyMatch(check -> check.expression().contains(column.name()));
        if (!isWhole(column, numbers)
                || limited
                || given == null && !TextObserver.mayMean(TableNames.of(table), column)) {
            return Optional.empty();
        }
        TextObserver seen = new TextObserver(k);
        for (int row = 0; row < family.length; row++) {
            if (!numbers.missing().get(row)) {
                seen.observe(Long.toString(numbers.values()[row]), family[row]);
            }
        }
        Meaning meaning = given != null
                ? given
                : seen.meaning(TableNames.of(table), column)
                        .map(ColumnMeaning::meaning)
                        .orElse(Meaning.OTHER);
        int digits = digits(TypeLimits.of(column.type()).clamp(Long.MAX_VALUE));
        Column text = Column.of(
                column.name(), ColumnType.of(TypeFamily.TEXT, "varchar").withLength(digits), column.nullable());
        return NUMBERS.contains(meaning)
                ? Optional.of(seen.recipe(new ColumnContext(table.name(), text, meaning, locale, unique, seen.count())))
                : Optional.empty();
    }

    /** How many digits always fit below a limit. */
    private static int digits(long limit) {
        int digits = Long.toString(limit).length();
        boolean nines = limit < Long.MAX_VALUE && Long.toString(limit + 1).length() > digits;
        return nines ? digits : digits - 1;
    }

    private static boolean isWhole(Column column, NumberSample numbers) {
        TypeFamily family = column.type().family();
        return Storage.of(column.type()) == Storage.LONG
                && (family == TypeFamily.INTEGER || family == TypeFamily.DECIMAL && Storage.scaleOf(column.type()) == 0)
                && numbers.decimals() <= 0;
    }

    /** Only whether there is a number at all. */
    static EncodedColumn presence(Column column, NumberSample numbers) {
        LabelCodec codec = new LabelCodec(List.of());
        short[] codes = new short[numbers.values().length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = (short) (numbers.missing().get(row) ? 0 : codec.rare());
        }
        return EncodedColumn.of(column.name(), codec, codes);
    }
}
