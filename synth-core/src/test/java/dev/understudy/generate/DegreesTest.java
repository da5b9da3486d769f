package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.encode.Codec;
import dev.understudy.encode.Groups;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Forest;
import dev.understudy.model.Marginal;
import dev.understudy.model.ReferenceModel;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

class DegreesTest {
    private static final ForeignKey LINK = ForeignKey.of(
            "plays_for",
            new TableName("", "player"),
            new TableName("", "team"),
            List.of(new ForeignKey.ColumnPair("team", "id")),
            false);

    private static CascadeColumn column(String name, long... highs) {
        Codec codec = new NumberCodec(0, 1, 0, highs, highs, 0, 99);
        Forest forest = new Forest(List.of(), List.of(), List.of(), List.of(), Marginal.NONE);
        return new CascadeColumn(name, codec, Groups.identity(codec.codes()), forest);
    }

    /** Rows whose second column holds some degrees; code 0 stands for none. */
    private static Block rows(long... degrees) {
        Block block = new Block(0, 0, null, degrees.length, 2, 0);
        block.values[1] = degrees;
        block.codes[1] = new short[degrees.length];
        for (int row = 0; row < degrees.length; row++) {
            block.codes[1][row] = (short) (degrees[row] == 0 ? Codec.NULL : 1);
        }
        return block;
    }

    @Test
    void theColumnOfTheLinkTellsThem() {
        Degrees degrees =
                Degrees.of(LINK, List.of(column("age", 30, 90), column(ReferenceModel.degreeColumn(LINK), 3, 12)));

        assertThat(degrees.column()).isEqualTo(1);
        assertThat(degrees.most()).isEqualTo(12);
        assertThat(degrees.of(rows(7, -2), 0, 0)).isEqualTo(7);
        assertThat(degrees.of(rows(7, -2), 1, 0)).as("below nothing").isZero();
        assertThat(degrees.of(rows(0), 0, 1)).as("not known").isEqualTo(1);
    }

    @Test
    void allRowsCountAlikeWhereNoColumnTells() {
        Degrees degrees = Degrees.of(LINK, List.of(column("age", 30, 90)));

        assertThat(degrees.column()).isEqualTo(-1);
        assertThat(degrees.most()).isEqualTo(Long.MAX_VALUE);
        assertThat(degrees.of(rows(7, 8), 1, 0)).isEqualTo(1);
    }
}
