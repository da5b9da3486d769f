package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.learn.LearnRequest;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.SplittableRandom;

/** Players who have a contract each year, mostly with the club of the year before; each year of a club is a row of its own. */
final class Contracts {
    static final TableName PLAYER = new TableName("", "player");
    static final TableName CLUB = new TableName("", "club");
    static final TableName SEASON = new TableName("", "season");
    static final TableName CONTRACT = new TableName("", "contract");

    private static final int PLAYERS = 2500;
    private static final int CLUBS = 80;
    private static final int YEARS = 20;
    private static final double STAYS = 0.7;

    private Contracts() {}

    static Schema schema() {
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(PLAYER, "id", INT, "height", INT),
                        table(CLUB, "id", INT, "founded", INT),
                        table(SEASON, "id", INT, "club_id", INT, "year", INT, "points", INT),
                        table(CONTRACT, "id", INT, "player_id", INT, "season_id", INT, "goals", INT)),
                List.of(
                        link("contract_player", CONTRACT, "player_id", PLAYER),
                        link("season_club", SEASON, "club_id", CLUB),
                        link("contract_season", CONTRACT, "season_id", SEASON)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        for (long club = 0; club < CLUBS; club++) {
            database.add(CLUB, row("id", club + 1, "founded", 1900L + random.nextInt(60)));
            for (long year = 0; year < YEARS; year++) {
                database.add(
                        SEASON,
                        row("id", club * YEARS + year + 1, "club_id", club + 1, "year", 1990 + year, "points", (long)
                                random.nextInt(90)));
            }
        }
        long id = 0;
        for (long player = 1; player <= PLAYERS; player++) {
            database.add(PLAYER, row("id", player, "height", 160L + random.nextInt(50)));
            int years = 1 + random.nextInt(10);
            int begin = random.nextInt(YEARS - years);
            long club = random.nextInt(CLUBS);
            for (int year = begin; year < begin + years; year++) {
                database.add(
                        CONTRACT,
                        row("id", ++id, "player_id", player, "season_id", club * YEARS + year + 1, "goals", (long)
                                random.nextInt(20)));
                club = random.nextDouble() < STAYS ? club : random.nextInt(CLUBS);
            }
        }
        return database;
    }

    static LearnRequest request(MemoryDatabase database) {
        return Definitions.request(schema(), database);
    }
}
