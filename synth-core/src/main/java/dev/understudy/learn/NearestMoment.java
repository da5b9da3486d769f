package dev.understudy.learn;

import dev.understudy.model.Conversion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which moment of a row lies nearest to the last of its children: the last game of a player to his last season. */
final class NearestMoment {
    /** Share of the rows with children that must have the moment. */
    private static final double MOST_WITH = 0.9;

    private NearestMoment() {}

    /** Place among some columns of the row; empty if none is a moment that most rows with children have. */
    static OptionalInt to(EncodedColumn last, List<EncodedColumn> columns, TableSample sample) {
        double least = Double.MAX_VALUE;
        OptionalInt nearest = OptionalInt.empty();
        for (int c = 0; c < columns.size(); c++) {
            EncodedColumn other = columns.get(c);
            boolean moment = NumberEncoding.isMoment(other.kind())
                    && (!other.name().startsWith("<") || FamilySpan.isLast(other.name()));
            Optional<Conversion> conversion =
                    moment ? NumberEncoding.conversion(other.kind(), last.kind()) : Optional.empty();
            double distance =
                    conversion.isPresent() ? distance(last, other, conversion.get(), sample.rows()) : Double.MAX_VALUE;
            if (distance < least) {
                least = distance;
                nearest = OptionalInt.of(c);
            }
        }
        return nearest;
    }

    /** Mean distance, in the unit of the last child's moment. */
    private static double distance(EncodedColumn last, EncodedColumn other, Conversion conversion, int rows) {
        double sum = 0;
        int both = 0;
        int all = 0;
        for (int row = 0; row < rows; row++) {
            if (!last.missing().get(row)) {
                all++;
                if (!other.missing().get(row)) {
                    both++;
                    sum += Math.abs((double) last.values()[row] - conversion.apply(other.values()[row]));
                }
            }
        }
        return both < MOST_WITH * all ? Double.MAX_VALUE : sum / both;
    }
}
