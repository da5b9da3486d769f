package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Coaches and their years with teams: one year follows the other, the last not after the coach's death, and a team that loses
 * its coach in the middle of a year gets a second one, who has the second turn.
 */
final class Coaches {
    static final TableName COACH = new TableName("", "coach");
    static final TableName TEAM = new TableName("", "team");
    static final TableName TERM = new TableName("", "term");
    private static final int FIRST = 1950;
    private static final int YEARS = 60;
    private static final int TEAMS_A_YEAR = 30;

    private Coaches() {}

    static Schema schema() {
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(COACH, "id", INT, "played", INT, "died", INT),
                        table(TEAM, "id", INT, "year", INT, "budget", INT),
                        table(TERM, "id", INT, "coach_id", INT, "team_id", INT, "year", INT, "turn", INT, "won", INT)),
                List.of(link("term_coach", TERM, "coach_id", COACH), link("term_team", TERM, "team_id", TEAM)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(int coaches, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        for (long t = 0; t < (long) YEARS * TEAMS_A_YEAR; t++) {
            database.add(
                    TEAM, row("id", t + 1, "year", FIRST + t / TEAMS_A_YEAR, "budget", 10 + (long) random.nextInt(90)));
        }
        Map<Long, Long> turns = new HashMap<>();
        long id = 0;
        for (long c = 1; c <= coaches; c++) {
            int years = 1 + random.nextInt(9);
            int begun = FIRST + random.nextInt(YEARS - years);
            database.add(
                    COACH,
                    row(
                            "id",
                            c,
                            "played",
                            (long) begun - random.nextInt(25),
                            "died",
                            (long) begun + years - 1 + (int) (30 * Math.pow(random.nextDouble(), 3))));
            for (int y = 0; y < years; y++) {
                long team = 1 + (begun + y - FIRST) * (long) TEAMS_A_YEAR + random.nextInt(TEAMS_A_YEAR);
                database.add(
                        TERM,
                        row(
                                "id",
                                ++id,
                                "coach_id",
                                c,
                                "team_id",
                                team,
                                "year",
                                (long) begun + y,
                                "turn",
                                turns.merge(team, 1L, Long::sum),
                                "won",
                                (long) random.nextInt(80)));
            }
        }
        return database;
    }
}
