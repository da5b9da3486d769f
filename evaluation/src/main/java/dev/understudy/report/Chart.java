package dev.understudy.report;

import java.util.Collections;
import java.util.List;

/**
 * Shares on both sides, bar by bar.
 *
 * @param labels    of the bars; lower ends for numbers and times
 * @param real      shares in [0, 1]; null where fewer than k real families stand behind a bar
 * @param synthetic shares in [0, 1]
 */
public record Chart(List<String> labels, List<Double> real, List<Double> synthetic) {
    public Chart {
        labels = List.copyOf(labels);
        // Suppressed bars are null.
        real = Collections.unmodifiableList(real);
        synthetic = List.copyOf(synthetic);
    }
}
