package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.CheckedRecipe;
import dev.understudy.semantic.TextRecipe.ComposedRecipe;
import dev.understudy.semantic.TextRecipe.ConstantRecipe;
import dev.understudy.semantic.TextRecipe.DateRecipe;
import dev.understudy.semantic.TextRecipe.DigestRecipe;
import dev.understudy.semantic.TextRecipe.MeaningRecipe;
import dev.understudy.semantic.TextRecipe.PatternRecipe;
import dev.understudy.semantic.TextRecipe.ProseRecipe;

/**
 * Makes the strings of one column. A pure function of its arguments; may be shared by threads; well under a microsecond a
 * string.
 *
 * <p>Why no value of the source comes out: e-mail addresses, URLs, phone numbers, cards, bank accounts and network
 * addresses lie in ranges that are reserved and belong to nobody; free numbers of codes start above the source's where
 * there is room; tokens, digests and UUIDs are drawn from spaces far larger than any table; prose and titles are mixed
 * from words of a dictionary. Names, cities and companies may coincide, as they do between people.
 */
public interface TextMaker {

    /**
     * @param row     number of the row, for what differs from row to row
     * @param persona number of the person; equal numbers give equal people, with agreeing name, e-mail address and place,
     *                in all columns whose makers were given the same {@code personas}
     * @param serial  number of the row among all rows of the table, from 0; for a unique column, different numbers below
     *                {@link #capacity()} give different strings
     */
    String make(long row, long persona, long serial);

    /** The same for a text that other columns have a say in; costs as much again for each of them. */
    default String make(long row, long persona, long serial, Surroundings around) {
        return make(row, persona, serial);
    }

    /**
     * How many serial numbers, from 0, surely give different strings; for a column that is not unique it means nothing.
     * 1 for dates and documents as text, whose strings are not made from the serial number.
     */
    long capacity();

    /**
     * @param personas the random function of all people; the same for every column of a run
     * @param own      a random function of this column alone
     */
    static TextMaker of(TextRecipe recipe, Draws personas, Draws own) {
        if (recipe instanceof MeaningRecipe meaning) {
            return MeaningMakers.of(meaning, personas, own);
        }
        if (recipe instanceof PatternRecipe pattern) {
            return new PatternMaker(pattern, own);
        }
        if (recipe instanceof ProseRecipe prose) {
            return ProseMaker.of(prose, own);
        }
        if (recipe instanceof DigestRecipe digest) {
            return new DigestMaker(digest, own);
        }
        if (recipe instanceof ComposedRecipe composed) {
            return new ComposedMaker(composed, of(composed.otherwise(), personas, own), own.at("composed"));
        }
        if (recipe instanceof TextRecipe.PhraseRecipe phrases) {
            return new PhraseMaker(phrases, own);
        }
        if (recipe instanceof TextRecipe.GuidedRecipe guided) {
            return GuidedMaker.of(guided, personas, own);
        }
        if (recipe instanceof TextRecipe.CustomRecipe custom) {
            return new CustomMaker(custom, own);
        }
        if (recipe instanceof DocumentRecipe document) {
            return new DocumentMaker(document, personas, own);
        }
        if (recipe instanceof TextRecipe.PooledRecipe pooled) {
            return new PooledMaker(pooled, of(pooled.of(), personas, own), own.at("pool"));
        }
        if (recipe instanceof CheckedRecipe checked) {
            return new CheckedMaker(checked, own);
        }
        if (recipe instanceof DateRecipe date) {
            return new DateMaker(date, own);
        }
        return new ConstantMaker(((ConstantRecipe) recipe).text());
    }
}
