package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.model.ReferenceModel.Repeats;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    private static final int LINK = 0;
    private static final int OWNERS_LINK = 1;
    private final Repetition repetition = new Repetition(new Repeats(0, OWNERS_LINK, List.of()), LINK, Draws.seeded(3));

    /** Siblings of one owner that points at row 70. @param code what each says */
    private static Block siblings(int code, long... targets) {
        Block owner = new Block(0, 0, null, 1, 0, 2);
        owner.targets[OWNERS_LINK] = new long[] {70};
        Block block = new Block(0, 0, owner, targets.length, 1, 1);
        block.codes[0] = new short[targets.length];
        Arrays.fill(block.codes[0], (short) code);
        block.targets[LINK] = targets;
        for (int row = 0; row < targets.length; row++) {
            block.position[row] = row;
        }
        return block;
    }

    @Test
    void theTargetOfTheOwnerIsFoundOverItsOwnLink() {
        assertThat(repetition.target(siblings(Repeats.OWNERS, 4, 5), 1)).isEqualTo(70);
    }

    @Test
    void theTargetOfTheSiblingBeforeIsThatOfTheRowAbove() {
        Block block = siblings(Repeats.PREVIOUS, 4, 5, 6);

        assertThat(repetition.target(block, 2)).isEqualTo(5);
        assertThat(repetition.target(block, 0)).as("the first of the siblings").isEqualTo(-1);
    }

    @Test
    void anEarlierTargetIsRatherNotTheLastOne() {
        Block block = siblings(Repeats.EARLIER, 4, 9, -1, 9, 0);

        assertThat(repetition.target(block, 4)).isEqualTo(4);
    }

    @Test
    void whereAllSiblingsPointAtOneTargetItIsThatOne() {
        assertThat(repetition.target(siblings(Repeats.EARLIER, 9, 9, 0), 2)).isEqualTo(9);
    }

    @Test
    void siblingsOfOthersAreNotLookedAt() {
        Block block = siblings(Repeats.EARLIER, 4, 4, 4, 4, 4, 4, 5, 6, 0);
        block.position = new int[] {0, 1, 2, 3, 4, 5, 0, 1, 2};

        assertThat(repetition.target(block, 8)).isEqualTo(5);
    }

    @Test
    void rowsSayNothingWhereTargetsDoNotRepeat() {
        Repetition none = new Repetition(Repeats.NONE, LINK, Draws.seeded(3));

        assertThat(none.isSaid(siblings(Repeats.PREVIOUS, 4, 5), 1)).isFalse();
        assertThat(repetition.isSaid(siblings(Repeats.PREVIOUS, 4, 5), 1)).isTrue();
        assertThat(repetition.isSaid(siblings(0, 4, 5), 1)).isFalse();
    }
}
