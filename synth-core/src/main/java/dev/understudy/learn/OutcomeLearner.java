package dev.understudy.learn;

import dev.understudy.model.Forest;
import java.util.List;

/** Learns the conditional distribution of one outcome. Stateless; the result depends on arguments alone. */
@FunctionalInterface
interface OutcomeLearner {
    /**
     * @param candidates what may tell the outcome
     * @param place      names the column, so that each has its own draws
     */
    Forest learn(List<Candidate> candidates, Outcomes outcomes, LearnSettings settings, String place);

    static OutcomeLearner of(Learner learner) {
        return switch (learner) {
            case TREES -> ForestLearner::learn;
            case NETWORK -> NetworkLearner::learn;
            case COPULA -> CopulaLearner::learn;
            case AUTO -> HeldOutChoice::learn;
        };
    }
}
