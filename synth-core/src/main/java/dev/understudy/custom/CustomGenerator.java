package dev.understudy.custom;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Makes the texts of columns that the configuration gives it: {@code columns: {ticket.ref: {generator: NAME}}}.
 *
 * <p>Found by {@link ServiceLoader}: put a jar on the class path whose
 * {@code META-INF/services/dev.understudy.custom.CustomGenerator} names the class. Only its name is stored in a model, so the
 * jar must be there when rows are generated. It must be a pure function of its argument, because rows are made by several
 * threads, in any order, and again after an interruption; and it must not look at the source.
 */
public interface CustomGenerator {
    /** As the configuration writes it. */
    String name();

    /** @return never null; cut to the column's length by the caller */
    String make(MadeRow row);

    /** The row that a text is for. */
    interface MadeRow {
        /** Number of the row in its table, from 0; unique, and without gaps but for rows that are left out. */
        long serial();

        /**
         * Random number of the row.
         *
         * @param which 0 for the first, 1 for the second …; equal numbers give equal results
         * @return uniform in [0, 1)
         */
        double unit(int which);
    }

    /** The generator of that name on the class path. */
    static Optional<CustomGenerator> named(String name) {
        return ServiceLoader.load(CustomGenerator.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(generator -> generator.name().equals(name))
                .findFirst();
    }
}
