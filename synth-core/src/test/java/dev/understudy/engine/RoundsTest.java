package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Players take part in some years, in each of which there are up to three rounds. */
class RoundsTest {
    private static final TableName PLAYER = new TableName("", "player");
    private static final TableName ROUND = new TableName("", "round");
    private static final int MOST = 3;
    private static final Schema SCHEMA = new Schema(
            Vendor.GENERIC,
            "1",
            "",
            List.of(
                    table(PLAYER, "id", INT, "height", INT),
                    table(ROUND, "id", INT, "player_id", INT, "year", INT, "hits", INT)),
            List.of(link("round_player", ROUND, "player_id", PLAYER)),
            List.of(),
            List.of());

    private static MemoryDatabase real;
    private static MemoryDatabase made;

    @BeforeAll
    static void learnAndGenerate() {
        real = rows();
        made = Definitions.made(SCHEMA, real, PLAYER);
    }

    @Test
    void noYearHasMoreRoundsThanThereAre() {
        assertThat(share(made, MOST + 1, Long.MAX_VALUE)).isLessThan(0.02);
    }

    @Test
    void asManyYearsHaveAllRounds() {
        assertThat(share(made, MOST, MOST)).isBetween(share(real, MOST, MOST) - 0.06, share(real, MOST, MOST) + 0.06);
    }

    /** Share of the years of players that have so many rounds. */
    private static double share(MemoryDatabase database, long least, long most) {
        Map<List<Object>, Long> years = database.rows(ROUND).stream()
                .collect(Collectors.groupingBy(
                        round -> List.of(round.get("player_id"), round.get("year")), Collectors.counting()));
        return years.values().stream()
                .mapToInt(rounds -> rounds >= least && rounds <= most ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static MemoryDatabase rows() {
        SplittableRandom random = new SplittableRandom(12);
        MemoryDatabase database = new MemoryDatabase();
        long id = 0;
        for (long player = 1; player <= 2000; player++) {
            database.add(PLAYER, row("id", player, "height", 160L + random.nextInt(50)));
            long year = 1950 + random.nextInt(50);
            for (int season = random.nextInt(8); season >= 0; season--) {
                int any = random.nextInt(10);
                for (int round = any < 3 ? 1 : any < 5 ? 2 : MOST; round > 0; round--) {
                    database.add(ROUND, row("id", ++id, "player_id", player, "year", year, "hits", (long)
                            random.nextInt(20)));
                }
                year += 1 + random.nextInt(3);
            }
        }
        return database;
    }
}
