package dev.understudy.semantic;

import dev.understudy.random.Draws;
import java.util.List;

/** Job titles. */
record Jobs(Personas people, Draws draws) {
    static final List<String> SENIORITIES = Vocabulary.jobs("job.seniority");
    static final List<String> POSITIONS = Vocabulary.jobs("job.position");

    String of(long persona) {
        long key = people.key(persona);
        String position = POSITIONS.get(draws.below(POSITIONS.size(), key, 0));
        boolean senior = draws.below(3, key, 1) > 0;
        return senior ? SENIORITIES.get(draws.below(SENIORITIES.size(), key, 2)) + " " + position : position;
    }
}
