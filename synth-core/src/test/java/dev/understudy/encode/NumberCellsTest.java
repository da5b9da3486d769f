package dev.understudy.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumberCellsTest {
    @Test
    void answersAsTheCodecDoes() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            NumberCodec codec = codec(random);
            NumberCells cells = new NumberCells(codec);
            for (int i = 0; i < 200; i++) {
                long value = random.nextLong(-100, 2000);
                assertThat(cells.encode(value)).as("seed %d, %d", seed, value).isEqualTo(codec.encode(value));
                int code = 1 + random.nextInt(codec.codes() - 1);
                double u = random.nextDouble();
                assertThat(cells.decode(code, u))
                        .as("seed %d, code %d", seed, code)
                        .isEqualTo(codec.decode(code, u));
            }
        }
    }

    /** Spikes and bins, some bins with a spike at their beginning or inside, some limits that cut cells off. */
    private static NumberCodec codec(SplittableRandom random) {
        int cells = 1 + random.nextInt(20);
        long[] lows = new long[cells];
        long[] highs = new long[cells];
        long at = random.nextInt(10);
        for (int cell = 0; cell < cells; cell++) {
            lows[cell] = at;
            highs[cell] = random.nextBoolean() ? at : at + random.nextInt(60);
            at = random.nextInt(5) == 0 ? at : highs[cell] + 1 + random.nextInt(20);
            if (cell > 0 && lows[cell] == lows[cell - 1] && lows[cell] == highs[cell]) {
                highs[cell]++;
            }
        }
        long lattice = 1 + random.nextInt(4);
        return new NumberCodec(
                0,
                lattice,
                random.nextLong(lattice),
                lows,
                highs,
                random.nextInt(3) == 0 ? new Tail(1, 5, 0.2, 90) : Tail.NONE,
                random.nextInt(3) == 0 ? new Tail(0.3, 5, -0.2, 20) : Tail.NONE,
                random.nextInt(20),
                at - random.nextInt(20));
    }
}
