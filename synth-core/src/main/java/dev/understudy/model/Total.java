package dev.understudy.model;

import dev.understudy.schema.TableName;
import java.util.List;

/**
 * A number or moment of a row that follows from its children: how many there are, or the sum, mean, least or greatest of
 * what is told by some of their numbers, perhaps with other numbers of the row itself.
 *
 * <p>Numbers are those of {@code dev.understudy.data.Storage}: a long stands for long / 10^decimals.
 *
 * @param column    name of the column that is told
 * @param child     table of the children; they hang on the row by their owning link
 * @param function  what is made of them
 * @param factors   numbers of a child that are multiplied; empty for {@link Function#COUNT}
 * @param eachRound true if each child's product is rounded before the sum, not only the sum
 * @param beside    numbers of the row that are added to a sum
 * @param childless what stands in a row without children
 * @param always    true if every row with children has a value
 */
public record Total(
        String column,
        TableName child,
        Function function,
        List<Factor> factors,
        boolean eachRound,
        List<Beside> beside,
        Childless childless,
        boolean always) {

    public enum Function {
        COUNT,
        SUM,
        MEAN,
        LEAST,
        GREATEST;

        /**
         * @param made  of the children before
         * @param first true if there are none
         * @return with one more child; of a mean the sum
         */
        public long with(long number, long made, boolean first) {
            return switch (this) {
                case COUNT, SUM, MEAN -> made + number;
                case LEAST -> first ? number : Math.min(made, number);
                case GREATEST -> first ? number : Math.max(made, number);
            };
        }
    }

    /** What a number of a child stands for. */
    public enum Form {
        /** Itself. */
        VALUE(0, 1, 0),
        /** What a share leaves of one: 1 - x. */
        LESS(1, -1, 0),
        /** One and a share: 1 + x. */
        MORE(1, 1, 0),
        /** 1 - x / 100. */
        LESS_PERCENT(1, -1, 2),
        /** 1 + x / 100. */
        MORE_PERCENT(1, 1, 2);

        private final int one;
        private final int sign;
        private final int shift;

        Form(int one, int sign, int shift) {
            this.one = one;
            this.sign = sign;
            this.shift = shift;
        }

        /** @return the factor times 10^{@link #decimals} */
        public long of(long number, int decimals) {
            return one == 0 ? sign * number : one * power(decimals(decimals)) + sign * number;
        }

        public int decimals(int decimals) {
            return decimals + shift;
        }
    }

    /** @param column name of the child's column */
    public record Factor(String column, Form form) {}

    /** @param column name of the row's own column; @param plus false if it is taken away */
    public record Beside(String column, boolean plus) {}

    public enum Childless {
        ZERO,
        NULL,
        /** Whatever was drawn. */
        ANY
    }

    private static final int MOST_DIGITS = 18;

    public Total {
        factors = List.copyOf(factors);
        beside = List.copyOf(beside);
    }

    private static long power(int decimals) {
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        return power;
    }

    /** A number told with some decimals, told with others; halves go away from zero, as databases round. */
    public static long rescaled(long number, int from, int to) {
        if (to == from) {
            return number;
        }
        if (to > from) {
            return number * power(Math.min(MOST_DIGITS, to - from));
        }
        long unit = power(Math.min(MOST_DIGITS, from - to));
        long half = unit / 2;
        return number >= 0 ? (number + half) / unit : -((half - number) / unit);
    }

    /** The mean, rounded as {@link #rescaled}. */
    public static long mean(long sum, long count, int from, int to) {
        double exact = (double) sum / count * Math.pow(10, to - from);
        return (long) (exact >= 0 ? Math.floor(exact + 0.5) : -Math.floor(0.5 - exact));
    }
}
