package dev.understudy.job;

import dev.understudy.report.JudgeSettings;

/**
 * Whether what a clone would load is judged first.
 *
 * @param asked     false if rows are loaded unjudged
 * @param settings  how they are judged
 * @param maxRounds most rounds of learning; 1 if nothing is tried again
 */
public record GateWish(boolean asked, JudgeSettings settings, int maxRounds) {
    /** Rows are loaded unjudged. */
    public static final GateWish NONE = new GateWish(false, JudgeSettings.DEFAULT, 1);
}
