package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.encode.Codec;
import dev.understudy.encode.Groups;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.ColumnFill.Place;
import dev.understudy.model.Combinations;
import dev.understudy.model.Feature;
import dev.understudy.model.Feature.Source;
import dev.understudy.model.Forest;
import dev.understudy.model.KeptRows;
import dev.understudy.model.Marginal;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import dev.understudy.model.Tree;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.semantic.TextRecipe;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnUsesTest {
    private static final TableName PARENT = new TableName("", "parent");
    private static final TableName CHILD = new TableName("", "child");
    private static final NumberCodec NUMBERS = new NumberCodec(0, 1, 0, new long[] {1}, new long[] {9}, 0, 99);
    private static final LabelCodec LABELS = new LabelCodec(List.of("red", "blue"));

    /** One tree of one leaf that holds some codes. */
    private static Forest forest(List<Feature> features, int... codes) {
        short[] drawn = new short[codes.length];
        short[] cumulative = new short[codes.length];
        for (int i = 0; i < codes.length; i++) {
            drawn[i] = (short) codes[i];
            cumulative[i] = (short) (i + 1);
        }
        Tree tree = new Tree(
                new int[] {-1}, new long[1], new int[1], new int[1], new int[] {0, codes.length}, drawn, cumulative);
        return new Forest(
                features,
                features.stream().map(any -> Groups.COMMON).toList(),
                List.of(),
                List.of(tree),
                Marginal.NONE);
    }

    private static CascadeColumn column(String name, Codec codec, Forest forest) {
        return new CascadeColumn(name, codec, Groups.identity(codec.codes()), forest);
    }

    private static TableModel table(
            TableName name, String owning, List<CascadeColumn> cascade, List<ColumnFill> fills) {
        return new TableModel(
                name,
                TableMode.SYNTHESIZE,
                100,
                0,
                owning,
                PARENT,
                cascade,
                0,
                List.of(),
                List.of(),
                fills,
                KeptRows.NONE,
                List.of(),
                List.of(),
                List.of(),
                Combinations.NONE,
                List.of(),
                List.of());
    }

    /** @param codes of the child's label */
    private static ColumnUses uses(int... codes) {
        Forest any = forest(List.of(), 0, 1);
        TableModel parent = table(
                PARENT,
                "",
                List.of(
                        column("size", NUMBERS, any),
                        column("<mean>", NUMBERS, forest(List.of(Feature.own(0)), 0, 1)),
                        column("<time>", NUMBERS, any)),
                List.of(new ColumnFill.Number(0)));
        TableModel child = table(
                CHILD,
                "belongs",
                List.of(
                        column("label", LABELS, forest(List.of(new Feature(Source.PARENT, 0, 1)), codes)),
                        column("<length of label>", NUMBERS, any)),
                List.of(
                        new ColumnFill.Owner(0),
                        new ColumnFill.Text(
                                0,
                                new TextRecipe.ConstantRecipe("grey"),
                                List.of(new Place(Place.HIDDEN, "<length of label>")))));
        ColumnType number = ColumnType.of(TypeFamily.INTEGER, "int");
        ColumnType text = ColumnType.of(TypeFamily.TEXT, "text");
        Schema schema = new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        schema(CHILD, Column.of("owner", number, false), Column.of("label", text, true)),
                        schema(PARENT, Column.of("size", number, false))),
                List.of(ForeignKey.of("belongs", CHILD, PARENT, List.of(new ColumnPair("owner", "size")), false)),
                List.of(),
                List.of());
        return new ColumnUses(schema, List.of(parent, child));
    }

    private static Table schema(TableName name, Column... columns) {
        return new Table(
                name,
                TableKind.ORDINARY,
                List.of(columns),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                -1,
                "",
                "",
                "");
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }

    @Test
    void whatIsWrittenAndWhatThatLooksAtIsDrawnAndNothingElse() {
        Map<TableName, BitSet> drawn = uses(0, 1, 2).all();

        assertThat(drawn.get(PARENT))
                .as("size, the mean that children look at, no time")
                .isEqualTo(bits(0, 1));
        assertThat(drawn.get(CHILD)).as("every text has a label, so no length").isEqualTo(bits(0));
    }

    @Test
    void theLengthOfTextsIsDrawnWhereTheyAreMade() {
        assertThat(uses(1, 2, LABELS.rare()).all().get(CHILD)).isEqualTo(bits(0, 1));
    }

    @Test
    void oneColumnNeedsNoMoreThanItLooksAt() {
        ColumnUses uses = uses(1);

        assertThat(uses.upTo(PARENT, 0)).isEqualTo(bits(0));
        assertThat(uses.upTo(PARENT, 1)).isEqualTo(bits(0, 1));
    }
}
