package dev.understudy.engine;

import static dev.understudy.engine.Definitions.DATE;
import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A last day that means "still valid" leads nowhere beyond itself: not every database has a year 10000. */
class LastDaysTest {
    private static final TableName MANAGER = new TableName("", "manager");
    private static final TableName TERM = new TableName("", "term");
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final long STILL_VALID = LocalDate.of(9999, 1, 1).toEpochDay();

    private static final Schema SCHEMA = new Schema(
            Vendor.GENERIC,
            "1",
            "",
            List.of(
                    table(MANAGER, "id", INT, "rank", INT),
                    table(TERM, "id", INT, "manager_id", INT, "begins", DATE, "ends", DATE)),
            List.of(link("term_manager", TERM, "manager_id", MANAGER)),
            List.of(),
            List.of());

    /** @param valid share of the managers whose last term still runs */
    private static MemoryDatabase rows(int managers, double valid) {
        SplittableRandom random = new SplittableRandom(4);
        MemoryDatabase database = new MemoryDatabase();
        long id = 0;
        for (long manager = 1; manager <= managers; manager++) {
            database.add(MANAGER, row("id", manager, "rank", (long) random.nextInt(5)));
            long begins = 5_000 + random.nextInt(3_000);
            int terms = 1 + random.nextInt(3);
            for (int term = 1; term <= terms; term++) {
                boolean still = term == terms && random.nextDouble() < valid;
                long ends = still ? STILL_VALID : begins + 100 + random.nextInt(2_000);
                database.add(TERM, row("id", ++id, "manager_id", manager, "begins", begins, "ends", ends));
                begins = ends;
            }
        }
        return database;
    }

    @Test
    void noDayIsLaterThanWhatDatabasesStore() {
        for (int managers : new int[] {12, 24, 40, 300}) {
            for (double valid : new double[] {0.3, 0.8}) {
                MemoryDatabase real = rows(managers, valid);
                MemoryDatabase synthetic = new MemoryDatabase();
                new DatabaseGenerator(
                                new DatabaseLearner(Definitions.request(SCHEMA, real), LearnProgress.NONE).learn(real),
                                GenerateSettings.DEFAULT,
                                GenerateProgress.NONE)
                        .generate(synthetic);

                assertThat(synthetic.rows(TERM))
                        .as("%d managers, %.1f", managers, valid)
                        .isNotEmpty()
                        .allSatisfy(term -> assertThat((Long) term.get("ends")).isLessThanOrEqualTo(LAST));
            }
        }
    }
}
