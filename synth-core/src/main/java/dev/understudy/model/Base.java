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
        public boolean isSingle() {
            return feature.equals(other);
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
        return new Base(List.of(new Term(1, feature, conversion, Operation.TIMES, feature)));
    }

    /** True if the base is one number as it is. */
    public boolean isPlain() {
        return terms.size() == 1 && terms.get(0).isSingle() && terms.get(0).weight() == 1;
    }

    /** The base's number; every feature has one. A quotient by zero is taken for zero. */
    public long number(Numbers numbers) {
        Term first = terms.get(0);
        if (isPlain()) {
            return first.conversion().apply(numbers.number(first.feature()));
        }
        double sum = 0;
        for (Term term : terms) {
            double a = term.conversion().apply(numbers.number(term.feature()));
            if (!term.isSingle()) {
                double b = numbers.number(term.other());
                a = term.operation() == Operation.TIMES ? a * b : b == 0 ? 0 : a / b;
            }
            sum += term.weight() * a;
        }
        return Math.round(sum);
    }
}
