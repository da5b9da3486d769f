package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import dev.understudy.model.Relative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Learns one column of a cascade: relative to a partner where it has one, else by itself. */
final class ColumnLearner {
    private final EncodedTable table;
    private final EncodedTable owner;
    private final FeatureColumns features;
    private final int[] rows;
    private final LearnSettings settings;

    /**
     * @param owner the owner's table, or null
     * @param rows  rows of the sample that are learned from; {@code features} was made for the same rows
     */
    ColumnLearner(EncodedTable table, EncodedTable owner, FeatureColumns features, int[] rows, LearnSettings settings) {
        this.table = table;
        this.owner = owner;
        this.features = features;
        this.rows = rows;
        this.settings = settings;
    }

    CascadeColumn learn(int index) {
        EncodedColumn column = table.columns().get(index);
        String place = table.sample().name() + "." + column.name();
        Optional<RelativeChooser.Partner> partner = column.isSubtractable() && column.codec() instanceof NumberCodec
                ? RelativeChooser.choose(column, partners(index), rows, table.sample().family(), settings.k())
                : Optional.empty();
        Relative relative = Relative.NONE;
        int[] absolute = all();
        if (partner.isPresent()) {
            int[] with = places(partner.get(), false);
            relative = relative(index, column, partner.get(), with, place);
            absolute = places(partner.get(), true);
        }
        if (!relative.present()) {
            absolute = all();
        }
        Forest forest = forest(index, codes(column, absolute), column.codec(), absolute, place);
        return new CascadeColumn(column.name(), column.codec(), column.groups(), forest, relative);
    }

    private Forest forest(int index, short[] codes, Codec codec, int[] places, String place) {
        long[] family = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            family[i] = table.sample().family()[rows[places[i]]];
        }
        Outcomes outcomes = new Outcomes(codes, codec.codes(), codec.ordered(), family);
        return ForestLearner.learn(features.before(index, places), outcomes, settings, place);
    }

    private Relative relative(
            int index, EncodedColumn column, RelativeChooser.Partner partner, int[] places, String place) {
        long[] differences = new long[places.length];
        long[] family = new long[places.length];
        BitSet missing = new BitSet();
        for (int i = 0; i < places.length; i++) {
            int row = rows[places[i]];
            missing.set(i, column.missing().get(row));
            differences[i] = missing.get(i) ? 0 : column.values()[row] - partner.values()[row];
            family[i] = table.sample().family()[row];
        }
        boolean time = !column.kind().startsWith("number");
        int decimals = ((NumberCodec) column.codec()).decimals();
        NumberCodec difference = NumberEncoding.fit(differences, missing, family, settings.k(), time, decimals);
        if (difference.codes() < 2) {
            return Relative.NONE;
        }
        short[] codes = new short[places.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (short) (missing.get(i) ? Codec.NULL : difference.encode(differences[i]));
        }
        return new Relative(partner.base(), difference, forest(index, codes, difference, places, place + " relative"));
    }

    private short[] codes(EncodedColumn column, int[] places) {
        short[] codes = new short[places.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = column.codes()[rows[places[i]]];
        }
        return codes;
    }

    private int[] all() {
        int[] places = new int[rows.length];
        Arrays.setAll(places, i -> i);
        return places;
    }

    private int[] places(RelativeChooser.Partner partner, boolean without) {
        int[] places = new int[rows.length];
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            if (partner.missing().get(rows[i]) == without) {
                places[n++] = i;
            }
        }
        return Arrays.copyOf(places, n);
    }

    /** Partners whose numbers are of the same kind and known when the column is drawn. */
    private List<RelativeChooser.Partner> partners(int index) {
        List<RelativeChooser.Partner> partners = new ArrayList<>();
        EncodedColumn column = table.columns().get(index);
        TableSample sample = table.sample();
        int[] previous = new int[sample.rows()];
        int[] self = new int[sample.rows()];
        for (int row = 0; row < previous.length; row++) {
            previous[row] = sample.position()[row] > 0 ? row - 1 : -1;
            self[row] = row;
        }
        if (owner != null) {
            add(partners, new Feature(Feature.Source.PREVIOUS, 0, index), column, column, previous);
        }
        for (int c = 0; c < index; c++) {
            add(partners, Feature.own(c), column, table.columns().get(c), self);
        }
        for (int c = 0; owner != null && c < owner.columns().size(); c++) {
            add(partners, new Feature(Feature.Source.PARENT, 0, c), column, owner.columns().get(c), sample.owner());
        }
        return partners;
    }

    private void add(
            List<RelativeChooser.Partner> partners, Feature base, EncodedColumn column, EncodedColumn other, int[] rowOf) {
        if (!other.isSubtractable() || !other.kind().equals(column.kind())) {
            return;
        }
        long[] values = new long[rowOf.length];
        BitSet missing = new BitSet();
        for (int row : rows) {
            int at = rowOf[row];
            boolean none = at < 0 || other.missing().get(at);
            missing.set(row, none);
            values[row] = none ? 0 : other.values()[at];
        }
        partners.add(new RelativeChooser.Partner(base, values, missing));
    }
}
