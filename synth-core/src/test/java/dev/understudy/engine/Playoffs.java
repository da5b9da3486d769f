package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.TEXT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.learn.LearnRequest;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.SplittableRandom;

/** Players who go with a team from round to round as far as it gets, and next time with another one: no round comes twice. */
final class Playoffs {
    static final TableName PLAYER = new TableName("", "player");
    static final TableName TEAM = new TableName("", "team");
    static final TableName GAME = new TableName("", "game");
    static final List<String> ROUNDS = List.of("first", "second", "semifinal", "final");

    private static final int PLAYERS = 1500;
    private static final int TEAMS = 1500;
    private static final double GOES_ON = 0.6;

    private Playoffs() {}

    static Schema schema() {
        Table game = table(GAME, "id", INT, "player_id", INT, "team_id", INT, "round", TEXT, "hits", INT);
        UniqueKey rounds = UniqueKey.of("game_round", false, List.of("player_id", "team_id", "round"));
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(PLAYER, "id", INT, "height", INT),
                        table(TEAM, "id", INT, "size", INT),
                        Table.of(GAME, game.columns(), List.of(game.keys().get(0), rounds))),
                List.of(link("game_player", GAME, "player_id", PLAYER), link("game_team", GAME, "team_id", TEAM)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        for (long team = 1; team <= TEAMS; team++) {
            database.add(TEAM, row("id", team, "size", 20L + random.nextInt(30)));
        }
        long id = 0;
        for (long player = 1; player <= PLAYERS; player++) {
            database.add(PLAYER, row("id", player, "height", 160L + random.nextInt(50)));
            for (int season = random.nextInt(5); season >= 0; season--) {
                long team = 1 + random.nextInt(TEAMS);
                for (int round = 0; round == 0 || round < ROUNDS.size() && random.nextDouble() < GOES_ON; round++) {
                    database.add(
                            GAME,
                            row(
                                    "id",
                                    ++id,
                                    "player_id",
                                    player,
                                    "team_id",
                                    team,
                                    "round",
                                    ROUNDS.get(round),
                                    "hits",
                                    (long) random.nextInt(6)));
                }
            }
        }
        return database;
    }

    static LearnRequest request(MemoryDatabase database) {
        return Definitions.request(schema(), database);
    }
}
