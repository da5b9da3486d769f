package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks in this JVM and prints what they measure: {@code mvn test -Pbench -Dtest=EngineBenchmarkTest}. */
@Tag("bench")
class EngineBenchmarkTest {
    @Test
    void hotPaths() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(EngineBenchmark.class.getName())
                .forks(0)
                .shouldFailOnError(true)
                .build();

        assertThat(new Runner(options).run()).hasSize(3);
    }
}
