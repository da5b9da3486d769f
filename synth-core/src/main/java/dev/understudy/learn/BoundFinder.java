package dev.understudy.learn;

import dev.understudy.model.Base;
import dev.understudy.model.Bound;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds orders between numbers that no row breaks, although chance would: a date of delivery is never before its order's. */
final class BoundFinder {
    private static final int FEWEST_ROWS = 200;
    /** Most orders of one column; a column within a chain of orders needs few. */
    private static final int MOST = 6;
    /** Share of pairs of unrelated rows that must break an order for it to say something. */
    static final double LEAST_BROKEN = 0.02;

    private static final int PAIRS = 2000;

    private BoundFinder() {}

    private record Found(Bound bound, double broken) {}

    /** @param partners numbers that are known before the column; @param rows rows to look at */
    static List<Bound> of(EncodedColumn column, List<RelativeChooser.Partner> partners, int[] rows) {
        List<Found> found = new ArrayList<>();
        for (RelativeChooser.Partner partner : partners) {
            if (partner.base().isPlain()) {
                for (boolean atLeast : new boolean[] {true, false}) {
                    Base.Term term = partner.base().terms().get(0);
                    Bound strict = new Bound(term.feature(), term.conversion(), atLeast, true);
                    Bound loose = new Bound(term.feature(), term.conversion(), atLeast, false);
                    Bound bound = isKept(strict, column, partner, rows) ? strict : loose;
                    double broken = isKept(bound, column, partner, rows) ? broken(bound, column, partner, rows) : 0;
                    if (broken >= LEAST_BROKEN) {
                        found.add(new Found(bound, broken));
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble((Found one) -> -one.broken));
        return found.stream().limit(MOST).map(Found::bound).toList();
    }

    /** False if a row breaks an order, or there are too few rows. */
    private static boolean isKept(Bound bound, EncodedColumn column, RelativeChooser.Partner partner, int[] rows) {
        int n = 0;
        for (int row : rows) {
            if (!partner.missing().get(row) && !column.missing().get(row)) {
                if (bound.isBroken(column.values()[row], partner.values()[row])) {
                    return false;
                }
                n++;
            }
        }
        return n >= FEWEST_ROWS;
    }

    /** Share of unrelated pairs that break an order. */
    private static double broken(Bound bound, EncodedColumn column, RelativeChooser.Partner partner, int[] rows) {
        Draws draws = Draws.seeded(1).at("bounds");
        int pairs = 0;
        int broken = 0;
        for (int i = 0; i < PAIRS; i++) {
            int one = rows[draws.below(rows.length, i, 0)];
            int other = rows[draws.below(rows.length, i, 1)];
            if (!column.missing().get(one) && !partner.missing().get(other)) {
                pairs++;
                broken += bound.isBroken(column.values()[one], partner.values()[other]) ? 1 : 0;
            }
        }
        return pairs == 0 ? 0 : (double) broken / pairs;
    }
}
