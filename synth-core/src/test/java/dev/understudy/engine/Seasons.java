package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.learn.LearnRequest;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Teams by season: games are won, lost, or now and then drawn; earned runs and outs make an average; how often a team scores goes with
 * most of its other numbers.
 */
final class Seasons {
    static final TableName SEASON = new TableName("", "season");

    private static final int SEASONS = 1500;
    private static final int OTHERS = 12;

    private Seasons() {}

    static Schema schema() {
        Object[] columns = new Object[2 * (7 + OTHERS)];
        String[] names = {"id", "games", "won", "lost", "earned", "outs", "average"};
        for (int c = 0; c < columns.length / 2; c++) {
            columns[2 * c] = c < names.length ? names[c] : "n" + (c - names.length);
            columns[2 * c + 1] = INT;
        }
        return new Schema(Vendor.GENERIC, "1", "", List.of(table(SEASON, columns)), List.of(), List.of(), List.of());
    }

    static MemoryDatabase rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        for (long id = 1; id <= SEASONS; id++) {
            long games = random.nextInt(3) == 0 ? 120 + random.nextInt(35) : 154 + 8L * random.nextInt(2);
            double strength = 0.5 + 0.08 * gaussian(random);
            long ties = random.nextInt(3) > 0 ? 0 : random.nextInt(4);
            long won = Math.round(Math.max(0.2, Math.min(0.8, strength)) * (games - ties));
            long outs = 27 * games - random.nextInt(200);
            long earned = Math.round(games * (4.2 - 4 * (strength - 0.5) + 0.6 * gaussian(random)));
            Object[] values = new Object[2 * (7 + OTHERS)];
            Object[] first = {
                "id",
                id,
                "games",
                games,
                "won",
                won,
                "lost",
                games - ties - won,
                "earned",
                earned,
                "outs",
                outs,
                "average",
                Math.round(2700.0 * earned / outs)
            };
            System.arraycopy(first, 0, values, 0, first.length);
            for (int n = 0; n < OTHERS; n++) {
                values[first.length + 2 * n] = "n" + n;
                values[first.length + 2 * n + 1] =
                        Math.round((n % 2 == 0 ? earned : won * 8.0) * (1 + 0.1 * gaussian(random)));
            }
            database.add(SEASON, row(values));
        }
        return database;
    }

    private static double gaussian(SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }

    static LearnRequest request(MemoryDatabase database) {
        return Definitions.request(schema(), database);
    }
}
