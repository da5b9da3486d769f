package dev.understudy.generate;

import dev.understudy.model.Base;
import dev.understudy.model.Conversion;
import dev.understudy.model.Feature;
import java.util.Arrays;

/** The numbers of a base at many rows at once, and at which of them it has one. For one thread. */
final class BaseNumbers {
    private final int n;
    private final boolean[] there;
    private final long[] numbers;

    private BaseNumbers(int n) {
        this.n = n;
        this.there = new boolean[n];
        this.numbers = new long[n];
        Arrays.fill(there, true);
    }

    /** @param rows the first n are used */
    static BaseNumbers of(Base base, FeatureView view, int[] rows, int n) {
        if (base.isPlain()) {
            Base.Term term = base.terms().get(0);
            return of(term.feature(), term.conversion(), view, rows, n);
        }
        BaseNumbers found = new BaseNumbers(n);
        double[] sums = new double[n];
        for (Base.Term term : base.terms()) {
            found.add(term, view, rows, sums);
        }
        for (int i = 0; i < n; i++) {
            found.numbers[i] = Math.round(sums[i]);
        }
        return found;
    }

    /** One number as it is. */
    static BaseNumbers of(Feature feature, Conversion conversion, FeatureView view, int[] rows, int n) {
        BaseNumbers found = new BaseNumbers(n);
        view.numbers(feature, rows, n, found.numbers, found.there);
        for (int i = 0; i < n && conversion != Conversion.NONE; i++) {
            found.numbers[i] = found.there[i] ? conversion.apply(found.numbers[i]) : 0;
        }
        return found;
    }

    private void add(Base.Term term, FeatureView view, int[] rows, double[] sums) {
        view.numbers(term.feature(), rows, n, numbers, there);
        long[] others = new long[term.isSingle() ? 0 : n];
        if (!term.isSingle()) {
            view.numbers(term.other(), rows, n, others, there);
        }
        boolean single = term.isSingle();
        for (int i = 0; i < n; i++) {
            if (there[i]) {
                sums[i] += single ? term.of(numbers[i]) : term.of(numbers[i], others[i]);
            }
        }
    }

    /** Whether each row has a number. Not to be written. */
    boolean[] there() {
        return there;
    }

    /** The numbers of the rows that have one, in their order. @param many how many these are */
    long[] numbers(int many) {
        if (many == n) {
            return numbers;
        }
        long[] only = new long[many];
        int next = 0;
        for (int i = 0; i < n && next < many; i++) {
            only[next] = numbers[i];
            next += there[i] ? 1 : 0;
        }
        return only;
    }

    boolean isThere(int i) {
        return there[i];
    }

    /** The number at row i of those asked for; unspecified where there is none. */
    long number(int i) {
        return numbers[i];
    }
}
