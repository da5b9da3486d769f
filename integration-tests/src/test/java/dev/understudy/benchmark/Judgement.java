package dev.understudy.benchmark;

import dev.understudy.fidelity.TableScores;
import java.util.function.ToDoubleFunction;

/** A score, and how far from its floor it may be. */
enum Judgement {
    SHAPES(TableScores::shapes, 1.15, 0.005),
    PAIRS(TableScores::pairs, 1.25, 0.01),
    ONE_HOP(TableScores::oneHop, 1.5, 0.01),
    TWO_HOP(TableScores::twoHop, 1.5, 0.01),
    CARDINALITY(TableScores::cardinality, 1.15, 0.003),
    C2ST(TableScores::detection, Double.NaN, 0.05),
    C2ST_AGG(TableScores::aggregated, Double.NaN, 0.08),
    GAPS(TableScores::gaps, 2, 0.05),
    DUPLICATES(TableScores::duplicates, 2, 0.05),
    TRANSITIONS(TableScores::transitions, 2, 0.05),
    AUTOCORRELATION(TableScores::autocorrelation, 2, 0.05),
    COPIES(TableScores::copies, 1.0, 0.002);

    private final ToDoubleFunction<TableScores> score;
    private final double factor;
    private final double slack;

    Judgement(ToDoubleFunction<TableScores> score, double factor, double slack) {
        this.score = score;
        this.factor = factor;
        this.slack = slack;
    }

    double of(TableScores scores) {
        return score.applyAsDouble(scores);
    }

    ToDoubleFunction<TableScores> score() {
        return score;
    }

    /** True if a score is as good as its floor asks for. */
    boolean holds(double floor, double ours) {
        return switch (this) {
            case SHAPES, PAIRS, ONE_HOP, TWO_HOP, CARDINALITY -> 1 - ours <= factor * (1 - floor) + slack;
            case C2ST, C2ST_AGG -> ours <= Math.max(0.5, floor) + slack;
            case GAPS, DUPLICATES, TRANSITIONS, AUTOCORRELATION -> ours <= Math.max(slack, factor * floor);
            case COPIES -> ours <= factor * floor + slack;
        };
    }
}
