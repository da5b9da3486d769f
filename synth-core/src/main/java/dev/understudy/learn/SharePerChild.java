package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Base;
import dev.understudy.model.Base.Operation;
import dev.understudy.model.Base.Term;
import dev.understudy.model.Conversion;
import dev.understudy.model.Feature;
import java.util.BitSet;
import java.util.List;

/**
 * How much of a total falls to each child, as a column that is worked out: no tree can divide the total by the count, and
 * the children must follow both if they are to add up to it.
 */
record SharePerChild(EncodedColumn column, Base base) {

    /**
     * @param total the column of the parent that its children add up to, at {@code totalAt} of the cascade
     * @param count how many they are, at {@code countAt}
     * @param k     families that must share a cell
     */
    static SharePerChild of(EncodedColumn total, int totalAt, EncodedColumn count, int countAt, long[] family, int k) {
        Base base = new Base(
                List.of(new Term(1, Feature.own(totalAt), Conversion.NONE, Operation.OVER, Feature.own(countAt))));
        long[] values = new long[family.length];
        BitSet missing = (BitSet) total.missing().clone();
        for (int row = 0; row < values.length; row++) {
            int at = row;
            values[row] = missing.get(row)
                    ? 0
                    : base.number(feature -> feature.column() == totalAt ? total.values()[at] : count.values()[at]);
        }
        int decimals = ((NumberCodec) total.codec()).decimals();
        NumberCodec codec = NumberEncoding.fit(values, missing, family, k, false, decimals);
        String name = "<%s for each child>".formatted(total.name());
        return new SharePerChild(EncodedColumn.numbers(name, codec, values, missing, total.kind()), base);
    }
}
