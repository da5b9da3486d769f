package dev.understudy.engine;

import static dev.understudy.engine.Definitions.DATE;
import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.schema.Column;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Pitchers, who play between April and September, a few for some days and others for many years, and their seasons: one a year, or two
 * for two clubs, which are counted within the year; in one of five years between the first and the last they are away.
 * A few are on the list of a club for one more year.
 */
final class Pitchers {
    static final TableName PITCHER = new TableName("", "pitcher");
    static final TableName SEASON = new TableName("", "season");

    private Pitchers() {}

    static Schema schema() {
        List<Column> season = List.of(
                Column.of("pitcher_id", INT, false),
                Column.of("year", INT, false),
                Column.of("stint", INT, false),
                Column.of("games", INT, false));
        UniqueKey key = UniqueKey.of("season_pk", true, List.of("pitcher_id", "year", "stint"));
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(PITCHER, "id", INT, "first_game", DATE, "last_game", DATE),
                        Table.of(SEASON, season, List.of(key))),
                List.of(link("season_pitcher", SEASON, "pitcher_id", PITCHER)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(int pitchers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        for (long p = 1; p <= pitchers; p++) {
            LocalDate first = LocalDate.of(1920 + random.nextInt(80), 4 + random.nextInt(6), 1 + random.nextInt(28));
            boolean few = random.nextInt(5) == 0 && first.getMonthValue() < 9;
            int years = few ? 0 : 1 + random.nextInt(12);
            LocalDate last = few
                    ? first.plusDays(random.nextInt(20))
                    : LocalDate.of(first.getYear() + years, 4 + random.nextInt(6), 1 + random.nextInt(28));
            database.add(PITCHER, row("id", p, "first_game", first.toEpochDay(), "last_game", last.toEpochDay()));
            int listed = last.getYear() + (random.nextInt(200) == 0 ? 1 : 0);
            for (int y = first.getYear(); y <= listed; y++) {
                boolean away = y > first.getYear() && y < last.getYear() && random.nextInt(5) == 0;
                if (away) {
                    continue;
                }
                int stints = random.nextInt(10) == 0 ? 2 : 1;
                for (long stint = 1; stint <= stints; stint++) {
                    database.add(SEASON, season(p, y, stint, random));
                }
            }
        }
        return database;
    }

    private static Map<String, Object> season(long pitcher, int year, long stint, SplittableRandom random) {
        return row(
                "pitcher_id",
                pitcher,
                "year",
                (long) year,
                "stint",
                stint,
                "games",
                (stint == 1 ? 20L : 5) + random.nextInt(20));
    }
}
