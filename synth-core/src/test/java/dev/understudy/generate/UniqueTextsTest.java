package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.model.KeptRows;
import dev.understudy.semantic.TextMaker;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UniqueTextsTest {
    /** A to Z, by number. */
    private static final TextMaker LETTERS = new TextMaker() {
        @Override
        public String make(long row, long persona, long serial) {
            return String.valueOf((char) ('A' + serial % 26));
        }

        @Override
        public long capacity() {
            return 26;
        }
    };

    /** @param texts of all rows; those that do not stay are "" */
    private static UniqueTexts kept(String... texts) {
        boolean[] kept = new boolean[texts.length];
        for (int row = 0; row < kept.length; row++) {
            kept[row] = !texts[row].isEmpty();
        }
        KeptRows.Values values = new KeptRows.Values(new long[0], 0, List.of(texts), new boolean[texts.length]);
        return new UniqueTexts(new KeptRows(texts.length, kept, List.of(values)), 0);
    }

    private static List<String> made(UniqueTexts texts, int rows) {
        RowNumbers numbers = texts.numbers(LETTERS);
        Block block = new Block(0, 0, null, rows, 0, 0);
        return IntStream.range(0, rows)
                .filter(row -> !texts.kept().isKept(row))
                .mapToObj(row -> LETTERS.make(0, 0, numbers.of(block, row)))
                .toList();
    }

    @Test
    void textsThatStandAreNotMadeAgain() {
        assertThat(made(kept("", "A", "", "", "C"), 8)).containsExactly("B", "D", "E", "F", "G", "H");
    }

    @Test
    void whereNoRowStaysAllTextsAreMade() {
        assertThat(made(new UniqueTexts(KeptRows.NONE, 0), 3)).containsExactly("A", "B", "C");
    }

    @Test
    void textsThatMustExistAreGivenToTheFirstRowsThatDoNotStay() {
        assertThat(kept("X", "", "Y", "", "").demanded(List.of("P", "Y", "Q"))).isEqualTo(Map.of(1L, "P", 3L, "Q"));
    }

    @Test
    void theyAreGivenInTurnWhereNoRowStays() {
        assertThat(new UniqueTexts(KeptRows.NONE, 0).demanded(List.of("P", "Q")))
                .isEqualTo(Map.of(0L, "P", 1L, "Q"));
    }
}
