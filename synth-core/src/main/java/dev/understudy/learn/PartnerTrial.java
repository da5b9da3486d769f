package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a column is better told from a partner than by itself, or than from another one: tried on families that neither
 * learned from.
 */
final class PartnerTrial {
    private final EncodedTable table;
    private final LearnedRows rows;
    private final FeatureColumns features;
    private final LearnSettings settings;

    /** @param features made for the same rows */
    PartnerTrial(EncodedTable table, LearnedRows rows, FeatureColumns features, LearnSettings settings) {
        this.table = table;
        this.rows = rows;
        this.features = features;
        this.settings = settings;
    }

    /**
     * False if a number is told at least as well by itself: a sum that comes near says nothing that trees do not know, and blurs
     * values that are frequent.
     *
     * @param index place of the column in the cascade
     * @param place names the draws
     */
    boolean tellsMore(int index, RelativeChooser.Partner partner, int[] places, String place) {
        EncodedColumn column = table.columns().get(index);
        int[] some = some(rows.with(partner, places), place);
        int ordered = column.codec().ordered() ? column.codec().codes() : 0;
        Outcomes itself = new Outcomes(rows.codes(column, some), column.codec().codes(), ordered, rows.families(some));
        OptionalDouble relative = loss(index, partner, some, place);
        OptionalDouble absolute = HeldOutChoice.loss(features.before(index, some, itself), itself, settings, place);
        return relative.isEmpty()
                || absolute.isEmpty()
                || relative.getAsDouble()
                        < absolute.getAsDouble() + Differenced.width((NumberCodec) column.codec(), itself.codes());
    }

    /**
     * When children end is told from when they begin, from something else of the row, or from nothing: whichever tells it best.
     *
     * @param index place of the column that says when they end
     */
    Optional<RelativeChooser.Partner> endOfFamily(int index, List<RelativeChooser.Partner> partners, String place) {
        EncodedColumn column = table.columns().get(index);
        Optional<RelativeChooser.Partner> begin = FamilyPartners.begin(column, partners, table);
        if (begin.isEmpty()) {
            return begin;
        }
        int[] ended = rows.with(begin.get(), rows.all());
        Optional<RelativeChooser.Partner> best = begin;
        Optional<RelativeChooser.Partner> other = RelativeChooser.choose(
                column, partners, rows.rows(), table.sample().family(), settings.k());
        if (other.isPresent() && !other.equals(begin)) {
            int[] some = some(rows.with(other.get(), ended), place);
            OptionalDouble ofBegin = loss(index, begin.get(), some, place);
            OptionalDouble ofOther = loss(index, other.get(), some, place);
            boolean better =
                    ofBegin.isPresent() && ofOther.isPresent() && ofOther.getAsDouble() < ofBegin.getAsDouble();
            best = better ? other : begin;
        }
        return best.filter(partner -> tellsMore(index, partner, ended, place));
    }

    /** Mean uncertainty of a number that is told by its difference, in nats; nothing of too few rows. */
    private OptionalDouble loss(int index, RelativeChooser.Partner partner, int[] some, String place) {
        long[] family = rows.families(some);
        Differenced differenced =
                Differenced.of(table.columns().get(index), partner, rows.at(some), family, settings.k());
        Outcomes told = new Outcomes(
                differenced.codes(), differenced.size(), differenced.codec().codes(), family);
        OptionalDouble loss = HeldOutChoice.loss(features.before(index, some, told), told, settings, place);
        return loss.isEmpty() ? loss : OptionalDouble.of(loss.getAsDouble() + differenced.width());
    }

    /** Whole families of some places, as many as a choice looks at. */
    private int[] some(int[] places, String place) {
        double share = (double) HeldOutChoice.ROWS / places.length;
        Draws draws = Draws.seeded(settings.seed()).at("difference").at(place);
        return share >= 1
                ? places
                : Arrays.stream(places)
                        .filter(at -> draws.unit(rows.sample().family()[rows.rows()[at]]) < share)
                        .toArray();
    }
}
