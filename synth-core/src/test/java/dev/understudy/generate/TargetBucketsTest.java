package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.model.ReferenceModel.Bucket;
import dev.understudy.random.Draws;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetBucketsTest {
    private static final int SEASON = 0;
    private static final int LEAGUE = 1;

    private final TargetBuckets buckets = new TargetBuckets(
            List.of(new Bucket(SEASON, SEASON), new Bucket(LEAGUE, LEAGUE)),
            Draws.seeded(1).at("deal"));

    /** One row with a code for season and league. */
    private static Block row(long place, int season, int league) {
        Block block = new Block(0, place, null, 1, 2, 0);
        block.codes[SEASON] = new short[] {(short) season};
        block.codes[LEAGUE] = new short[] {(short) league};
        return block;
    }

    private void addTeam(long number, int season, int league, long degree) {
        buckets.add(TargetBuckets.ALL, row(number, season, league), 0, degree);
    }

    private List<Long> teams(int season, int league) {
        Dealer dealer = buckets.dealer();
        int bucket = buckets.narrowest(TargetBuckets.ALL, row(0, season, league), 0);
        return IntStream.range(0, dealer.size(bucket))
                .mapToObj(i -> dealer.row(bucket, i))
                .toList();
    }

    @Test
    void aRowIsGivenTheTargetsThatSayTheSameInAllColumns() {
        addTeam(0, 1, 1, 5);
        addTeam(1, 1, 2, 5);
        addTeam(2, 2, 1, 5);
        addTeam(3, 1, 2, 5);

        assertThat(teams(1, 2)).containsExactly(1L, 3L);
    }

    @Test
    void whatNoTargetSaysIsLeftOpen() {
        addTeam(0, 1, 1, 5);
        addTeam(1, 1, 2, 5);
        addTeam(2, 2, 1, 5);

        assertThat(teams(1, 3)).as("a league that nobody is in").containsExactly(0L, 1L);
        assertThat(teams(3, 1)).as("a season without teams").containsExactly(0L, 1L, 2L);
    }

    @Test
    void whereNobodyOfTheLeagueIsPointedAtTheSeasonDecides() {
        addTeam(0, 1, 1, 0);
        addTeam(1, 1, 2, 7);

        assertThat(teams(1, 1)).containsExactly(0L, 1L);
    }

    @Test
    void whereNobodyOfTheSeasonIsPointedAtItIsKeptAllTheSame() {
        addTeam(0, 1, 1, 0);
        addTeam(1, 2, 1, 7);

        assertThat(teams(1, 1)).containsExactly(0L);
    }

    @Test
    void rowsOfOneKeyKnowNothingOfThoseOfAnother() {
        buckets.add(17, row(0, 1, 1), 0, 1);
        buckets.add(18, row(1, 1, 1), 0, 1);

        int bucket = buckets.narrowest(18, row(0, 1, 1), 0);

        assertThat(buckets.dealer().size(bucket)).isEqualTo(1);
        assertThat(buckets.dealer().row(bucket, 0)).isEqualTo(1);
        assertThat(buckets.narrowest(19, row(0, 1, 1), 0)).isEqualTo(-1);
    }
}
