package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.TEXT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.DatabaseModel;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Games of players for teams: the crowd grows with the team's year, goals come of how good the team is, which no column of it says,
 * and each team plays for one of twelve cups.
 */
class EffectsTest {
    private static final TableName PLAYER = new TableName("", "player");
    private static final TableName TEAM = new TableName("", "team");
    private static final TableName GAME = new TableName("", "game");
    private static final int TEAMS = 600;
    private static final Schema SCHEMA = new Schema(
            Vendor.GENERIC,
            "1",
            "",
            List.of(
                    table(PLAYER, "id", INT, "height", INT),
                    table(TEAM, "id", INT, "year", INT),
                    table(GAME, "id", INT, "player_id", INT, "team_id", INT, "crowd", INT, "goals", INT, "cup", TEXT)),
            List.of(link("game_player", GAME, "player_id", PLAYER), link("game_team", GAME, "team_id", TEAM)),
            List.of(),
            List.of());

    private static List<String> effects;

    @BeforeAll
    static void learn() {
        MemoryDatabase real = rows();
        DatabaseModel model =
                new DatabaseLearner(Definitions.request(SCHEMA, real, PLAYER), LearnProgress.NONE).learn(real);
        effects = model.table(TEAM).orElseThrow().cascade().stream()
                .map(CascadeColumn::name)
                .filter(name -> name.startsWith("<effect "))
                .toList();
    }

    @Test
    void whatNoColumnOfTheTargetSaysIsItsEffect() {
        assertThat(effects).anyMatch(name -> name.endsWith(" goals>"));
    }

    @Test
    void whatAColumnOfTheTargetSaysIsNone() {
        assertThat(effects).noneMatch(name -> name.endsWith(" crowd>"));
    }

    @Test
    void labelsOfManyValuesHaveNone() {
        assertThat(effects).noneMatch(name -> name.endsWith(" cup>"));
    }

    private static MemoryDatabase rows() {
        SplittableRandom random = new SplittableRandom(4);
        MemoryDatabase database = new MemoryDatabase();
        long[] years = new long[TEAMS + 1];
        int[] good = new int[TEAMS + 1];
        for (int team = 1; team <= TEAMS; team++) {
            years[team] = 1980 + random.nextInt(40);
            good[team] = random.nextInt(8);
            database.add(TEAM, row("id", (long) team, "year", years[team]));
        }
        long id = 0;
        for (long player = 1; player <= 1500; player++) {
            database.add(PLAYER, row("id", player, "height", 160L + random.nextInt(50)));
            for (int game = random.nextInt(9); game >= 0; game--) {
                int team = 1 + random.nextInt(TEAMS);
                database.add(
                        GAME,
                        row(
                                "id",
                                ++id,
                                "player_id",
                                player,
                                "team_id",
                                (long) team,
                                "crowd",
                                500 * (years[team] - 1970) + random.nextInt(8000),
                                "goals",
                                (long) good[team] + random.nextInt(4),
                                "cup",
                                "Cup " + (char) ('A' + team % 12)));
            }
        }
        return database;
    }
}
