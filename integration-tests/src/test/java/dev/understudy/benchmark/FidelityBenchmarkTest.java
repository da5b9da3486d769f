package dev.understudy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.servers.DataSets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Scores every data set, or those that {@code -Dfidelity.sets=lahman,pagila} names, over {@code -Dfidelity.splits} splits
 * and {@code -Dfidelity.seeds} seeds, and writes one table to {@code target/fidelity.md}.
 */
@Tag("bench")
class FidelityBenchmarkTest {
    private static final String ALL = "chinook,northwind,pagila,employees,gtfs_caltrain,tpch_001,omop54,netbox,lahman";

    @Test
    void everyDataSetAgainstItsFloor() throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        FidelityBenchmark benchmark = new FidelityBenchmark(
                Integer.getInteger("fidelity.splits", 3),
                Integer.getInteger("fidelity.seeds", 3),
                Integer.getInteger("fidelity.classifier-rows", 20_000),
                threads);
        List<Measured> measured = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String name : System.getProperty("fidelity.sets", ALL).split(",")) {
            long start = System.nanoTime();
            BenchmarkSet set = BenchmarkSet.read(name, DataSets.postgres(name, "fidelity_" + name), threads);
            List<Measured> ofSet = benchmark.run(set);
            measured.addAll(ofSet);
            text.append(
                    "%s: %.0f s; copied: %s%n".formatted(name, (System.nanoTime() - start) / 1e9, set.copiedTables()));
            System.out.print(FidelityTable.of(ofSet));
        }
        text.append('\n').append(FidelityTable.of(measured)).append('\n').append(FidelityTable.summary(measured));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "fidelity.md"), text.toString());
        System.out.println(text);

        // Tables of nothing but links have no shapes.
        assertThat(measured.stream()
                        .mapToDouble(one -> Measured.mean(one.ours(), Judgement.SHAPES.score()))
                        .filter(shapes -> !Double.isNaN(shapes))
                        .toArray())
                .isNotEmpty()
                .matches(all -> java.util.Arrays.stream(all).allMatch(shapes -> shapes > 0.5 && shapes <= 1));
    }
}
