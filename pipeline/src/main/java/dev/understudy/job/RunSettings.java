package dev.understudy.job;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a run works, whatever it works on.
 *
 * @param seed    start of every draw; the same seed gives the same rows
 * @param threads worker threads, at least 1; rows do not depend on them
 * @param model   where the model is written; empty for {@code .understudy/RUN.understudy}
 */
public record RunSettings(long seed, int threads, Optional<Path> model) {
    public static final RunSettings DEFAULT =
            new RunSettings(42, Runtime.getRuntime().availableProcessors(), Optional.empty());

    /** The same with another file for the model. */
    RunSettings withModel(Path file) {
        return new RunSettings(seed, threads, Optional.of(file));
    }
}
