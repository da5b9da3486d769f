package dev.understudy.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import dev.understudy.fidelity.PairTrends.Trend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our formulas give what the field's own implementations (SDMetrics, SyntheRela) say of the same pair of data sets. */
@Tag("acceptance")
class ReferenceScoresTest {
    private static JsonNode expected;
    private static Comparison comparison;

    @BeforeAll
    static void read() throws IOException {
        Path folder = Path.of(System.getProperty("datasets.dir", ""), "..", "reference", "chinook");
        Assumptions.assumeTrue(
                Files.isReadable(folder.resolve("scores.json")),
                "No reference scores beside the folder that the property datasets.dir names");
        expected = new ObjectMapper().readTree(folder.resolve("scores.json").toFile());
        comparison = CsvComparison.read(folder);
    }

    @Test
    void shapesAgreeWithSdMetrics() {
        for (JsonNode row : expected.at("/sdmetrics 0.29.0/Column Shapes")) {
            ComparedColumn column =
                    column(row.get("Table").asText(), row.get("Column").asText());

            assertThat(ColumnShapes.of(column))
                    .as(row.toString())
                    .isCloseTo(row.get("Score").asDouble(), within(2e-6));
        }
    }

    @Test
    void pairTrendsAgreeWithSdMetrics() {
        int compared = 0;
        for (JsonNode row : expected.at("/sdmetrics 0.29.0/Column Pair Trends")) {
            if (!row.get("Score").isNull()) {
                ComparedColumn first =
                        column(row.get("Table").asText(), row.get("Column 1").asText());
                ComparedColumn second =
                        column(row.get("Table").asText(), row.get("Column 2").asText());

                assertThat(PairTrends.of(first, second))
                        .as(row.toString())
                        .isCloseTo(row.get("Score").asDouble(), within(2e-6));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(9);
    }

    @Test
    void cardinalityAgreesWithSdMetrics() {
        for (JsonNode row : expected.at("/sdmetrics 0.29.0/Cardinality")) {
            ComparedLink link = comparison.links().stream()
                    .filter(l -> l.child().name().equals(row.get("Child Table").asText())
                            && l.name().equals(row.get("Foreign Key").asText()))
                    .findFirst()
                    .orElseThrow();

            assertThat(Cardinality.of(link))
                    .as(row.toString())
                    .isCloseTo(row.get("Score").asDouble(), within(2e-6));
        }
    }

    @Test
    void classifiersAreAsGoodAsThoseOfSyntheRela() {
        JsonNode accuracies = expected.get("c2st, XGBoost, 5-fold accuracy (SyntheRela)");
        for (String name : new String[] {"track", "invoice", "invoice_line"}) {
            ComparedTable table = comparison.table(name).orElseThrow();
            long[][] families = {table.realFamilies(), table.syntheticFamilies()};

            Detection.Result result = Detection.of(FeatureMatrix.rows(table), families, 20_000, 1, 2);

            // Folds are drawn otherwise: four standard errors of the difference, and 0.02 for what rounding does.
            double error =
                    Math.hypot(result.error(), accuracies.get(name).get("se").asDouble());
            assertThat(result.accuracy())
                    .as(name)
                    .isCloseTo(accuracies.get(name).get("acc").asDouble(), within(4 * error + 0.02));
        }
    }

    @Test
    void trendsOverLinksAgreeWithSyntheRela() {
        for (int hops = 1; hops <= 3; hops++) {
            double sum = 0;
            int n = 0;
            for (JsonNode score : expected.at("/k-hop trends (SyntheRela)/hop_relation/" + hops)) {
                // Of a column that does not vary it says 0, we and SDMetrics nothing.
                if (score.asDouble() > 0) {
                    sum += score.asDouble();
                    n++;
                }
            }
            int up = hops;
            List<Trend> ours = comparison.tables().stream()
                    .flatMap(table -> HopTrends.trends(comparison, table, up).stream())
                    .toList();

            assertThat(ours).as("pairs %d links apart", hops).hasSize(n);
            assertThat(ours.stream().mapToDouble(Trend::score).average().orElseThrow())
                    .as("%d links apart", hops)
                    .isCloseTo(sum / n, within(0.001));
        }
    }

    @Test
    void overallScoresAgreeWithSdMetrics() {
        Parts all = Parts.joined(comparison.tables().stream()
                .map(table -> Parts.of(comparison, table))
                .toList());
        agree(all, "all pairs");
        agree(all.strong(), "threshold on strong pairs (default)");
        assertThat(all.strong().pairs()).hasSize(9);
        assertThat(all.strong().hops().get(0)).hasSize(15);
    }

    private static void agree(Parts parts, String mode) {
        JsonNode told = expected.path("sdmetrics overall").path(mode);
        assertThat(parts.meanShape()).isCloseTo(told.path("Column Shapes").asDouble(), within(0.001));
        assertThat(parts.meanPair()).isCloseTo(told.path("Column Pair Trends").asDouble(), within(0.001));
        assertThat(parts.meanCardinality()).isCloseTo(told.path("Cardinality").asDouble(), within(0.001));
        assertThat(parts.meanHop(1)).isCloseTo(told.path("Intertable Trends").asDouble(), within(0.001));
        assertThat(parts.overall()).as(mode).isCloseTo(told.path("overall").asDouble(), within(0.001));
    }

    /** Mean of five seeds, on tables with 1,000 rows or more. */
    @Test
    void classifiersAgreeWithSyntheRelaOnLargeTables() {
        for (String name : new String[] {"track", "invoice_line"}) {
            ComparedTable table = comparison.table(name).orElseThrow();
            assertThat(accuracy(FeatureMatrix.rows(table), table))
                    .as(name)
                    .isCloseTo(
                            expected.path("c2st, XGBoost, 5-fold accuracy (SyntheRela)")
                                    .path(name)
                                    .path("acc")
                                    .asDouble(),
                            within(0.03));
        }
        ComparedTable track = comparison.table("track").orElseThrow();
        assertThat(accuracy(FeatureMatrix.families(comparison, track), track))
                .as("track with aggregates")
                .isCloseTo(
                        expected.path("c2st-agg, XGBoost, 5-fold accuracy (SyntheRela)")
                                .path("track")
                                .path("acc")
                                .asDouble(),
                        within(0.03));
    }

    private static double accuracy(FeatureMatrix matrix, ComparedTable table) {
        long[][] families = {table.realFamilies(), table.syntheticFamilies()};
        return LongStream.rangeClosed(1, 5)
                .mapToDouble(
                        seed -> Detection.of(matrix, families, 20_000, seed, 2).accuracy())
                .average()
                .orElseThrow();
    }

    private static ComparedColumn column(String table, String column) {
        return comparison.table(table).orElseThrow().column(column).orElseThrow();
    }
}
