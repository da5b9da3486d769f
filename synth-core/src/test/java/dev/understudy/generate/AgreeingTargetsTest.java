package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.random.Draws;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sections of rooms; a booking has its room already. */
class AgreeingTargetsTest {
    private static final Draws DRAWS = Draws.seeded(5);
    /** The room of a row; below 0 for none. */
    private static final Cell ROOM = new Cell() {
        @Override
        public boolean isNull(Block block, int row) {
            return block.values[0][row] < 0;
        }

        @Override
        public long number(Block block, int row) {
            return block.values[0][row];
        }
    };

    private final Block sections = rows(1, 2, 1, 2, 2, -1);

    private static Block rows(long... rooms) {
        Block block = new Block(0, 0, null, rooms.length, 1, 0);
        block.values[0] = rooms;
        return block;
    }

    private AgreeingTargets targets(boolean unique) {
        FixedColumns fixed = new FixedColumns(List.of(new FixedColumns.Pair(ROOM, ROOM)), null);
        AgreeingTargets targets =
                new AgreeingTargets(fixed, new TargetBuckets(List.of(), DRAWS.at("fixed")), unique, DRAWS);
        for (int row = 0; row < sections.rows(); row++) {
            targets.add(sections, row, 1);
        }
        return targets;
    }

    private static Set<Long> drawn(AgreeingTargets targets, Block booking, int attempts) {
        Set<Long> drawn = new TreeSet<>();
        for (int attempt = 0; attempt < attempts; attempt++) {
            drawn.add(targets.target(booking, 0, attempt, false));
        }
        return drawn;
    }

    @Test
    void onlyTargetsThatSayTheSameAreDrawn() {
        assertThat(drawn(targets(false), rows(2), 100)).containsExactly(1L, 3L, 4L);
        assertThat(targets(false).count(rows(2), 0)).isEqualTo(3);
    }

    @Test
    void whatIsNotThereAgreesWithNothing() {
        assertThat(drawn(targets(false), rows(3), 1))
                .as("a room without sections")
                .containsExactly(-1L);
        assertThat(drawn(targets(false), rows(-1), 1)).as("no room").containsExactly(-1L);
        assertThat(targets(false).count(rows(-1), 0)).isZero();
    }

    @Test
    void whereNoTwoRowsMayShareATargetEachAttemptGivesAnotherOne() {
        assertThat(drawn(targets(true), rows(2), 3)).containsExactly(1L, 3L, 4L);
    }
}
