package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.file.ModelFile;
import dev.understudy.schema.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules hold in every generated row. The source itself breaks them, so that a model alone would. */
class RulesTest {
    private static final int ROWS = 9000;

    private static DatabaseModel model;

    @BeforeAll
    static void learn() {
        model = learn(List.copyOf(Parcels.RULES.keySet()), true);
    }

    private static DatabaseModel learn(List<Rule> rules, boolean keyed) {
        return new DatabaseLearner(Parcels.request(rules, keyed), LearnProgress.NONE).learn(Parcels.rows(ROWS));
    }

    private static List<Map<String, Object>> parcels(DatabaseModel from, GenerateSettings settings) {
        MemoryDatabase target = new MemoryDatabase();
        new DatabaseGenerator(from, settings, GenerateProgress.NONE).generate(target);
        return target.rows(Parcels.PARCEL);
    }

    private static Set<String> broken(List<Map<String, Object>> rows) {
        Set<String> broken = new TreeSet<>();
        for (Map.Entry<Rule, Predicate<Map<String, Object>>> rule : Parcels.RULES.entrySet()) {
            if (!rows.stream().allMatch(rule.getValue())) {
                broken.add(rule.getKey().name());
            }
        }
        return broken;
    }

    @Test
    void withoutRulesRowsBreakThem() {
        assertThat(broken(parcels(learn(List.of(), false), GenerateSettings.DEFAULT)))
                .hasSameSizeAs(Parcels.RULES.keySet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 77})
    void everyRowKeepsEveryRule(long seed) {
        List<Map<String, Object>> rows = parcels(model, GenerateSettings.DEFAULT.withSeed(seed));
        assertThat(broken(rows)).isEmpty();
        assertThat(rows).as("no row was dropped").hasSize(ROWS);
        assertThat(rows.stream().map(row -> List.of(row.get("net"), row.get("tax"))))
                .as("keys are repaired within the rules")
                .doesNotHaveDuplicates();
    }

    @Test
    void valuesThatKeepTheRulesStayAsFrequent() {
        List<Map<String, Object>> rows = parcels(model, GenerateSettings.DEFAULT);
        assertThat(share(rows, row -> row.get("length") == null)).isCloseTo(0.5, within(0.12));
        assertThat(share(rows, row -> row.get("depot_id") == null)).isCloseTo(0.5, within(0.05));
        assertThat(share(rows, row -> "new".equals(row.get("status")))).isCloseTo(0.5, within(0.12));
        assertThat(share(rows, row -> Long.valueOf(3).equals(row.get("stars")))).isBetween(0.15, 0.45);
    }

    private static double share(List<Map<String, Object>> rows, Predicate<Map<String, Object>> holds) {
        return rows.stream().filter(holds).count() / (double) rows.size();
    }

    @Test
    void threadsDoNotShow() {
        DatabaseModel parallel = learn(List.copyOf(Parcels.RULES.keySet()), false);
        List<Map<String, Object>> rows = parcels(parallel, GenerateSettings.DEFAULT.withThreads(3));
        assertThat(rows).isEqualTo(parcels(parallel, GenerateSettings.DEFAULT.withThreads(1)));
        assertThat(broken(rows)).isEmpty();
    }

    @Test
    void rulesAreInTheFile(@TempDir Path folder) {
        Path file = folder.resolve("parcels.understudy");
        String digest = ModelFile.write(model, file);
        DatabaseModel read = ModelFile.read(file);
        assertThat(ModelFile.digest(read)).isEqualTo(digest);
        assertThat(read.table(Parcels.PARCEL).orElseThrow().rules().stream()
                        .map(Rule::name)
                        .collect(Collectors.toSet()))
                .hasSize(Parcels.RULES.size());
        assertThat(parcels(read, GenerateSettings.DEFAULT)).isEqualTo(parcels(model, GenerateSettings.DEFAULT));
    }
}
