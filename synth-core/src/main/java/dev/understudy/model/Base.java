package dev.understudy.model;

import java.util.List;

/**
 * A number that is known before a column is drawn, and from which the column's own number is told by the difference: another
 * number, or a sum of weighted numbers, products and quotients.
 *
 * @param terms at least one
 */
public record Base(List<Term> terms) {

    /** How two numbers make one. */
    public enum Operation {
        TIMES,
        OVER
    }

    /**
     * A number, or two, with its weight.
     *
     * @param weight     factor, in the column's unit
     * @param feature    {@link Feature.Source#OWN}, {@code PREVIOUS}, {@code PARENT}, {@code GRANDPARENT} or {@code TARGET}
     * @param conversion from its unit into the column's; {@link Conversion#NONE} but for terms that stand alone
     * @param operation  what is done with {@code other}
     * @param other      a second number; the same as {@code feature} where there is none
     */
    public record Term(double weight, Feature feature, Conversion conversion, Operation operation, Feature other) {
        /** One number, weighted. */
        public static Term single(double weight, Feature feature, Conversion conversion) {
            return new Term(weight, feature, conversion, Operation.TIMES, feature);
        }

        public boolean isSingle() {
            return feature.equals(other);
        }

        /** Its part of the sum, of one number by itself. */
        public double of(long number) {
            return weight * (double) conversion.apply(number);
        }

        /** Its part of the sum. @param second ignored where there is none; a quotient by zero is taken for zero */
        public double of(long first, long second) {
            if (isSingle()) {
                return of(first);
            }
            double a = conversion.apply(first);
            return weight * (operation == Operation.TIMES ? a * second : second == 0 ? 0 : a / second);
        }
    }

    /** Looks up the number of a feature for the row in question. */
    public interface Numbers {
        long number(Feature feature);
    }

    public Base {
        terms = List.copyOf(terms);
    }

    /** One number as it is. */
    public static Base of(Feature feature, Conversion conversion) {
        return new Base(List.of(Term.single(1, feature, conversion)));
    }

    /** True if the base is one number as it is. */
    public boolean isPlain() {
        Term first = terms.get(0);
        return terms.size() == 1
                && first.isSingle()
                && first.weight() == 1
                && first.conversion() != Conversion.ABSOLUTE;
    }

    /** The base's number; every feature has one. */
    public long number(Numbers numbers) {
        Term first = terms.get(0);
        if (isPlain()) {
            return first.conversion().apply(numbers.number(first.feature()));
        }
        double sum = 0;
        for (Term term : terms) {
            sum += term.of(numbers.number(term.feature()), term.isSingle() ? 0 : numbers.number(term.other()));
        }
        return Math.round(sum);
    }
}
