package dev.understudy.generate;

import dev.understudy.model.Base;
import dev.understudy.model.Conversion;
import dev.understudy.model.Feature;

/** The numbers of a base at many rows at once, and at which of them it has none. For one thread. */
final class BaseNumbers {
    private final int n;
    private final boolean[] missing;
    private final long[] numbers;

    private BaseNumbers(int n) {
        this.n = n;
        this.missing = new boolean[n];
        this.numbers = new long[n];
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
        boolean whole = base.terms().stream().allMatch(BaseNumbers::isWhole);
        for (int i = 0; i < n; i++) {
            found.numbers[i] = whole ? (long) sums[i] : Math.round(sums[i]);
        }
        return found;
    }

    /** One number as it is. */
    static BaseNumbers of(Feature feature, Conversion conversion, FeatureView view, int[] rows, int n) {
        BaseNumbers found = new BaseNumbers(n);
        view.numbers(feature, rows, n, found.numbers, found.missing);
        for (int i = 0; i < n && conversion != Conversion.NONE; i++) {
            found.numbers[i] = found.missing[i] ? 0 : conversion.apply(found.numbers[i]);
        }
        return found;
    }

    /** True if a sum of such terms has nothing to be rounded. */
    private static boolean isWhole(Base.Term term) {
        return term.isSingle() && term.weight() == Math.rint(term.weight());
    }

    private void add(Base.Term term, FeatureView view, int[] rows, double[] sums) {
        view.numbers(term.feature(), rows, n, numbers, missing);
        boolean single = term.isSingle();
        long[] others = new long[single ? 0 : n];
        if (!single) {
            view.numbers(term.other(), rows, n, others, missing);
        }
        for (int i = 0; i < n; i++) {
            if (!missing[i]) {
                sums[i] += single ? term.of(numbers[i]) : term.of(numbers[i], others[i]);
            }
        }
    }

    /** Whether each row has none. Not to be written. */
    boolean[] missing() {
        return missing;
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
            next += missing[i] ? 0 : 1;
        }
        return only;
    }

    boolean isThere(int i) {
        return !missing[i];
    }

    /** The number at row i of those asked for; unspecified where there is none. */
    long number(int i) {
        return numbers[i];
    }
}
