package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.row;

import dev.understudy.learn.LearnRequest;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Houses of which each of ten traits raises the price a little. */
final class Houses {
    static final TableName HOUSE = new TableName("", "house");
    static final int TRAITS = 10;

    private static final int HOUSES = 4000;
    private static final int LEVELS = 5;
    private static final long LEVEL = 1000;

    private Houses() {}

    static Schema schema() {
        Object[] columns = new Object[2 * TRAITS + 4];
        columns[0] = "id";
        columns[1] = INT;
        for (int trait = 0; trait < TRAITS; trait++) {
            columns[2 * trait + 2] = "trait_" + trait;
            columns[2 * trait + 3] = INT;
        }
        columns[2 * TRAITS + 2] = "price";
        columns[2 * TRAITS + 3] = INT;
        return new Schema(
                Vendor.GENERIC, "1", "", List.of(Definitions.table(HOUSE, columns)), List.of(), List.of(), List.of());
    }

    static MemoryDatabase rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        for (long house = 1; house <= HOUSES; house++) {
            Map<String, Object> row = row("id", house);
            long price = 100_000 + random.nextInt((int) LEVEL);
            for (int trait = 0; trait < TRAITS; trait++) {
                long level = random.nextInt(LEVELS);
                row.put("trait_" + trait, level);
                price += worth(level);
            }
            row.put("price", price);
            database.add(HOUSE, row);
        }
        return database;
    }

    /** The square keeps a weighted sum of the traits from being the price. */
    static long worth(long level) {
        return LEVEL * level * level;
    }

    static LearnRequest request(MemoryDatabase database) {
        return Definitions.request(schema(), database);
    }
}
