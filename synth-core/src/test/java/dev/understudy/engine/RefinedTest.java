package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.calibrate.CalibratedLearner;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnRequest;
import dev.understudy.learn.Learner;
import dev.understudy.learn.Learners;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Refiner;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows that look drawn are drawn again: a copula cannot tell what goes up and down again, a classifier can. */
class RefinedTest {
    private static final TableName POINT = new TableName("", "point");

    private static MemoryDatabase real;
    private static DatabaseModel plain;
    private static DatabaseModel refined;

    @BeforeAll
    static void learn() {
        SplittableRandom random = new SplittableRandom(5);
        real = new MemoryDatabase();
        for (long id = 1; id <= 4000; id++) {
            long x = random.nextInt(21) - 10;
            real.add(POINT, row("id", id, "x", x, "y", x * x / 4 + random.nextInt(4)));
        }
        Schema schema = new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(table(POINT, "id", INT, "x", INT, "y", INT)),
                List.of(),
                List.of(),
                List.of());
        LearnRequest request = Definitions.request(schema, real);
        request = request.with(request.settings().with(new Learners(Learner.COPULA, Map.of())));
        plain = new CalibratedLearner(request, LearnProgress.NONE).learn(real);
        refined = new CalibratedLearner(request.with(request.settings().refined(true)), LearnProgress.NONE).learn(real);
    }

    private static MemoryDatabase made(DatabaseModel model, int threads) {
        MemoryDatabase made = new MemoryDatabase();
        new DatabaseGenerator(model, GenerateSettings.DEFAULT.withThreads(threads), GenerateProgress.NONE)
                .generate(made);
        return made;
    }

    /** Share of rows that could not be. */
    private static double odd(MemoryDatabase of) {
        return (double) of.rows(POINT).stream()
                        .filter(row -> {
                            long x = ((Number) row.get("x")).longValue();
                            long y = ((Number) row.get("y")).longValue();
                            return y < x * x / 4 || y > x * x / 4 + 3;
                        })
                        .count()
                / of.rows(POINT).size();
    }

    @Test
    void whatIsToldStaysInTheModelWithWhatItIsWorth() {
        assertThat(plain.table(POINT).orElseThrow().refiners()).isEmpty();
        List<Refiner> refiners = refined.table(POINT).orElseThrow().refiners();
        assertThat(refiners).isNotEmpty();
        assertThat(refiners.get(0).told() - refiners.get(0).left()).isGreaterThan(0.05);
    }

    @Test
    void fewerRowsLookDrawn() {
        assertThat(odd(real)).isZero();
        assertThat(odd(made(refined, 2))).isLessThan(0.85 * odd(made(plain, 2)));
    }

    @Test
    void rowsDoNotDependOnThreads() {
        assertThat(made(refined, 1).rows(POINT)).isEqualTo(made(refined, 2).rows(POINT));
    }
}
