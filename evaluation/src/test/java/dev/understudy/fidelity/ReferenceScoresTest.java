package dev.understudy.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        JsonNode hops = expected.at("/k-hop trends (SyntheRela)/hop_relation/1");
        double sum = 0;
        for (JsonNode score : hops) {
            sum += score.asDouble();
        }
        double ours = comparison.tables().stream()
                .flatMap(table -> HopTrends.scores(comparison, table, 1).stream())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();

        assertThat(ours).isCloseTo(sum / hops.size(), within(0.01));
    }

    private static ComparedColumn column(String table, String column) {
        return comparison.table(table).orElseThrow().column(column).orElseThrow();
    }
}
