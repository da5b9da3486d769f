package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.calibrate.CalibratedLearner;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.LearnProgress;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that enough families share stand among others that too few do: each keeps its own share. */
class LevelValuesTest {
    private static final TableName PRICE = new TableName("", "price");

    private static MemoryDatabase real() {
        MemoryDatabase real = new MemoryDatabase();
        long id = 0;
        for (long value = 0; value < 150; value++) {
            for (int i = 0; i < (value % 5 == 0 ? 14 : 4); i++) {
                real.add(PRICE, row("id", ++id, "amount", value));
            }
        }
        return real;
    }

    private static double shareOfFives(MemoryDatabase of) {
        return (double) of.rows(PRICE).stream()
                        .filter(row -> ((Number) row.get("amount")).longValue() % 5 == 0)
                        .count()
                / of.rows(PRICE).size();
    }

    @Test
    void whatIsFrequentIsNotDrawnForItsNeighboursToo() {
        Schema schema = new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(table(PRICE, "id", INT, "amount", INT)),
                List.of(),
                List.of(),
                List.of());
        MemoryDatabase real = real();
        MemoryDatabase made = new MemoryDatabase();
        new DatabaseGenerator(
                        new CalibratedLearner(Definitions.request(schema, real), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(made);
        assertThat(shareOfFives(made)).isCloseTo(shareOfFives(real), within(0.04));
    }
}
