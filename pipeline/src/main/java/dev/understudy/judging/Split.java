package dev.understudy.judging;

import dev.understudy.privacy.Part;
import dev.understudy.random.Draws;

/**
 * Which families are learned from, decided by the hash of the subject's key before anything is read: 80 of 100 are learned, 5
 * are held out for the rounds of the loop, 5 for the verdict on the release, 10 are the reference. Where there is only one round,
 * nothing was chosen by either, and both serve the verdict.
 */
public enum Split {
    /** For the rounds of a loop. */
    ROUND,
    /** For the verdict on what the rounds chose. */
    RELEASE,
    /** For the verdict where there is nothing to choose. */
    ONLY;

    private static final Draws DRAWS = Draws.seeded(5).at("split");
    private static final int FOLDS = 5;

    /** With enough families, one learning and families apart. */
    public static boolean isLearned(long family) {
        return DRAWS.unit(family) < 0.8;
    }

    public Part part(long family) {
        double place = DRAWS.unit(family);
        if (place < 0.8) {
            return Part.TRAIN;
        }
        if (place >= 0.9) {
            return Part.REFERENCE;
        }
        return this == ONLY || place < 0.85 == (this == ROUND) ? Part.HOLDOUT : Part.NONE;
    }

    /** With few families, five learnings, each without a fifth. */
    public int fold(long family) {
        return DRAWS.at(this == ROUND ? "folds" : "released folds").below(FOLDS, family);
    }

    /** What a family is to the fold that was learned without fold number {@code without}. */
    public Part part(long family, int without) {
        if (fold(family) != without) {
            return Part.TRAIN;
        }
        return DRAWS.at("reference").below(3, family) == 0 ? Part.REFERENCE : Part.HOLDOUT;
    }

    public static int folds() {
        return FOLDS;
    }
}
