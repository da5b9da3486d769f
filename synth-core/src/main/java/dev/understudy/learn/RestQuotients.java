package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Base;
import dev.understudy.model.Base.Operation;
import dev.understudy.model.Base.Term;
import dev.understudy.model.Conversion;
import dev.understudy.model.Feature;
import dev.understudy.model.Rest;
import dev.understudy.model.Total.Form;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What is left of a total, divided by the factors of a child as they become known: once the price is, how many of it the
 * rest would buy. No tree can divide, and the last factors decide whether the children make up the total.
 */
final class RestQuotients {
    /** Digits that a quotient is told with. */
    private static final double PRECISION = 100;

    private final TableSample sample;
    private final int k;
    private final List<Chain> chains = new ArrayList<>();

    /** The factors of one total that are still to come, and the column of what is left. */
    private static final class Chain {
        private final List<String> factors = new ArrayList<>();
        private int rest;
        private double precision = PRECISION;
    }

    RestQuotients(TableSample sample, int k) {
        this.sample = sample;
        this.k = k;
    }

    /** @param at place of the column of the rest in the cascade */
    void add(RestColumns.Of rest, int at) {
        Chain chain = new Chain();
        chain.rest = at;
        rest.factors().stream()
                .filter(factor -> factor.form() == Form.VALUE)
                .forEach(factor -> chain.factors.add(factor.column()));
        if (rest.of() == Rest.Of.TOTAL && rest.factors().size() > 1) {
            chains.add(chain);
        }
    }

    /** Quotients by the last of some columns, if it is a factor. @param columns the cascade so far */
    List<WorkedOut> beside(List<EncodedColumn> columns) {
        List<WorkedOut> told = new ArrayList<>();
        int at = columns.size() - 1;
        for (Chain chain : chains) {
            if (chain.factors.remove(columns.get(at).name())) {
                WorkedOut quotient = quotient(chain, columns.get(chain.rest), columns.get(at), at);
                chain.rest = columns.size() + told.size();
                chain.precision = 1;
                told.add(quotient);
            }
        }
        return told;
    }

    private WorkedOut quotient(Chain chain, EncodedColumn rest, EncodedColumn by, int at) {
        int of = chain.rest;
        Base base = new Base(
                List.of(new Term(chain.precision, Feature.own(of), Conversion.NONE, Operation.OVER, Feature.own(at))));
        long[] values = new long[sample.rows()];
        BitSet missing = (BitSet) rest.missing().clone();
        missing.or(by.missing());
        for (int row = 0; row < values.length; row++) {
            int here = row;
            values[row] = missing.get(row)
                    ? 0
                    : base.number(feature -> feature.column() == of ? rest.values()[here] : by.values()[here]);
        }
        int decimals = ((NumberCodec) rest.codec()).decimals();
        NumberCodec codec = NumberEncoding.fit(values, missing, sample.family(), k, false, decimals);
        String name = "<" + rest.name().replaceAll("[<>]", "") + ", over " + by.name() + ">";
        return new WorkedOut(EncodedColumn.numbers(name, codec, values, missing, ""), base);
    }
}
