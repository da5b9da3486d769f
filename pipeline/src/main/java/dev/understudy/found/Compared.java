package dev.understudy.found;

import dev.understudy.random.Draws;
import java.util.Optional;

/** Two columns whose numbers can be held against each other: of one kind and one scale, and neither the same in every row. */
record Compared(Values one, Values other) {
    private static final int PAIRS = 2_000;

    /** What two numbers may be to each other. */
    interface Test {
        boolean holds(long one, long other);
    }

    /** Empty for columns that cannot be compared. */
    static Optional<Compared> of(Values one, Values other) {
        if (one.comparable() != other.comparable() || one.constant() || other.constant()) {
            return Optional.empty();
        }
        int scale = Math.max(one.scale(), other.scale());
        Optional<Values> a = one.at(scale);
        Optional<Values> b = other.at(scale);
        return a.isEmpty() || b.isEmpty() ? Optional.empty() : Optional.of(new Compared(a.get(), b.get()));
    }

    Compared turned() {
        return new Compared(other, one);
    }

    /**
     * Share of pairs of unrelated rows at which something holds, 0 to 1.
     *
     * @param place names what is drawn
     * @param none  where no pair has both numbers
     */
    double byChance(String place, Test test, double none) {
        Draws draws = Draws.seeded(1).at(place);
        int pairs = 0;
        int holding = 0;
        for (int i = 0; i < PAIRS; i++) {
            int a = draws.below(one.rows(), i, 0);
            int b = draws.below(other.rows(), i, 1);
            if (!one.isMissing(a) && !other.isMissing(b)) {
                pairs++;
                holding += test.holds(one.get(a), other.get(b)) ? 1 : 0;
            }
        }
        return pairs == 0 ? none : (double) holding / pairs;
    }
}
