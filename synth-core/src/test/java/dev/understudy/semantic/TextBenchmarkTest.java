package dev.understudy.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Costs of single strings: {@code mvn test -Pbench -Dtest=TextBenchmarkTest}. */
@Tag("bench")
class TextBenchmarkTest {
    private static final double MOST_NANOSECONDS = 300;
    private static final double MOST_NANOSECONDS_OF_TEXT = 2_000;

    @Test
    void mostStringsCostAFewHundredNanoseconds() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(TextBenchmark.class.getName())
                .forks(0)
                .shouldFailOnError(true)
                .build();
        List<String> tooSlow = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        for (RunResult result : new Runner(options).run()) {
            String kind = result.getParams().getParam("kind");
            double median = result.getPrimaryResult().getStatistics().getPercentile(50);
            double most = kind.startsWith("text") ? MOST_NANOSECONDS_OF_TEXT : MOST_NANOSECONDS;
            figures.add("%s %.0f".formatted(kind, median));
            if (median > most) {
                tooSlow.add("%s: %.0f ns".formatted(kind, median));
            }
        }
        System.out.println("median nanoseconds: " + String.join(", ", figures));
        assertThat(tooSlow).isEmpty();
    }
}
