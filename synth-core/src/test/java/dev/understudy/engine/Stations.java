package dev.understudy.engine;

import static dev.understudy.engine.Definitions.DATE;
import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.learn.LearnRequest;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Stations and their days. One in seven was rebuilt, and has no rows for the same 31 days in the middle. All are closed on Sundays;
 * some regions keep one more day, some of these a second. Trains, visitors and sales are there to be looked at as well.
 */
final class Stations {
    static final TableName STATION = new TableName("", "station");
    static final TableName DAY = new TableName("", "station_day");
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final int DAYS = 130;
    static final int REBUILT_FROM = 50;
    static final int REBUILT = 31;

    private static final int STATIONS = 500;
    private static final int ONE_MORE = 12;
    private static final int ANOTHER = 110;

    private Stations() {}

    static Schema schema() {
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(STATION, "id", INT, "platforms", INT),
                        table(
                                DAY,
                                "id",
                                INT,
                                "station_id",
                                INT,
                                "day",
                                DATE,
                                "open",
                                INT,
                                "trains",
                                INT,
                                "visitors",
                                INT,
                                "sales",
                                INT)),
                List.of(link("day_station", DAY, "station_id", STATION)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        long id = 0;
        for (long station = 1; station <= STATIONS; station++) {
            database.add(STATION, row("id", station, "platforms", 1L + random.nextInt(9)));
            boolean rebuilt = random.nextInt(7) == 0;
            int region = random.nextInt(5);
            long usual = 10 + random.nextInt(80);
            for (int d = 0; d < DAYS; d++) {
                if (rebuilt && d >= REBUILT_FROM && d < REBUILT_FROM + REBUILT) {
                    continue;
                }
                LocalDate day = FIRST.plusDays(d);
                boolean kept = d == ONE_MORE && region < 3 || d == ANOTHER && region < 2;
                boolean open = day.getDayOfWeek().getValue() < 7 && !kept;
                long trains = usual + random.nextInt(20);
                long visitors = open ? trains * (40 + random.nextInt(30)) : 0;
                database.add(
                        DAY,
                        row(
                                "id",
                                ++id,
                                "station_id",
                                station,
                                "day",
                                day.toEpochDay(),
                                "open",
                                open ? 1L : 0L,
                                "trains",
                                trains,
                                "visitors",
                                visitors,
                                "sales",
                                visitors * (2 + random.nextInt(3))));
            }
        }
        return database;
    }

    static LearnRequest request(MemoryDatabase database) {
        return Definitions.request(schema(), database);
    }
}
