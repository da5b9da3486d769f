package dev.understudy.privacy;

import dev.understudy.data.RowSource;
import dev.understudy.data.TextVector;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TableNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * P0: real strings of at least eight characters that fewer than k families share, found in the synthetic data; and runs of eight
 * words likewise. Names of people and places come out of dictionaries too, codes are counted, and phrases are common: for them
 * only matches beyond those with as many held-out families count.
 */
final class LiteralLeakage {
    private static final double MOST_EXCESS = 0.05;
    private static final int FEWEST = 20;

    private final Map<TableName, List<Column>> columns;
    private final Map<TableName, long[]> families;
    private final int k;
    private final Set<ColumnName> allowed;

    /**
     * @param columns  per table the columns that were read; tables whose rows are copied on purpose are left out
     * @param families per table the family of each real row
     * @param allowed  columns whose labels the schema itself names
     */
    private LiteralLeakage(
            Map<TableName, List<Column>> columns, Map<TableName, long[]> families, int k, Set<ColumnName> allowed) {
        this.columns = columns;
        this.families = families;
        this.k = k;
        this.allowed = allowed;
    }

    /**
     * Searches some tables, but for those whose rows are copied on purpose.
     *
     * @param heldOut per table, which real rows nothing was made from; may be empty
     */
    static List<TestResult> results(
            AuditedRows rows, List<TableName> tables, int k, Map<TableName, boolean[]> heldOut) {
        Map<TableName, List<Column>> columns = new LinkedHashMap<>();
        Map<TableName, long[]> families = new LinkedHashMap<>();
        for (TableName table : tables) {
            if (!rows.copied().contains(table)) {
                columns.put(table, rows.columns().get(table));
                families.put(table, rows.real().families(table));
            }
        }
        return new LiteralLeakage(columns, families, k, rows.labelled())
                .results(rows.realRows(), rows.madeRows(), heldOut);
    }

    /** One result a column with texts. @param heldOut per table, which real rows nothing was made from; may be empty */
    private List<TestResult> results(RowSource real, RowSource synthetic, Map<TableName, boolean[]> heldOut) {
        List<TestResult> results = new ArrayList<>();
        columns.forEach((table, read) -> {
            for (Column column : read) {
                if (isText(column) && !allowed.contains(new ColumnName(table, column.name()))) {
                    result(table, column, real, synthetic, heldOut.get(table)).ifPresent(results::add);
                }
            }
        });
        return results;
    }

    static boolean isText(Column column) {
        TypeFamily family = column.type().family();
        return family == TypeFamily.TEXT || family == TypeFamily.UUID || family == TypeFamily.NETWORK;
    }

    /** Empty where no string is rare. */
    private Optional<TestResult> result(
            TableName table, Column column, RowSource real, RowSource synthetic, boolean[] heldOut) {
        RealStrings known = new RealStrings(families.get(table), heldOut, k);
        real.read(table, List.of(column), batch -> {
            TextVector texts = batch.texts(0);
            for (int row = 0; row < batch.rows(); row++) {
                known.add(texts.isNull(row) ? null : texts.get(row));
            }
        });
        int[] values = {0};
        Set<Long> found = new HashSet<>();
        synthetic.read(table, List.of(column), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                if (!batch.column(0).isNull(row) && batch.column(0) instanceof TextVector texts) {
                    values[0]++;
                    found.addAll(RealStrings.pieces(texts.get(row)));
                }
            }
        });
        RealStrings.Matches matches = known.matches(found);
        if (matches.rare() == 0) {
            return Optional.empty();
        }
        String name = "strings of %s.%s".formatted(table.name(), column.name());
        Meaning meaning = known.meaning(
                new TableNames(
                        table, columns.get(table).stream().map(Column::name).toList()),
                column);
        boolean prose = meaning == Meaning.FREE_TEXT || meaning == Meaning.DESCRIPTION;
        return Optional.of(
                coincides(meaning) || prose && (matches.heldOut() || matches.isCommonKnowledge())
                        ? compared(name, matches, values[0])
                        : counted(name, matches.onlyLearned(), values[0]));
    }

    private static TestResult counted(String name, int matches, int values) {
        return new TestResult(
                "P0",
                name,
                matches,
                Double.NaN,
                Double.NaN,
                values,
                0,
                matches > 0 ? Verdict.FAIL : Verdict.PASS,
                "real strings that too few families share, found in the synthetic data");
    }

    /** Strings of some families beside strings of as many others that nothing was made from. */
    private static TestResult compared(String name, RealStrings.Matches matches, int values) {
        if (!matches.heldOut()) {
            double share = matches.found() / (double) Math.max(1, matches.families());
            double least = 2 * matches.betweenHalves() + MOST_EXCESS;
            double half = Odds.wilsonHalf(matches.found(), Math.max(1, matches.families()));
            double low = Odds.wilsonMiddle(matches.found(), matches.families()) - half;
            boolean failed = matches.families() >= FEWEST && low > least;
            return new TestResult(
                    "P0",
                    name,
                    share,
                    low,
                    low + 2 * half,
                    values,
                    least,
                    failed ? Verdict.FAIL : matches.found() == 0 ? Verdict.PASS : Verdict.INCONCLUSIVE,
                    "share of families with a rare string found; between halves of the real families it is %.3f"
                            .formatted(matches.betweenHalves()));
        }
        double chance = Odds.fisher(matches.found(), matches.families(), matches.othersFound(), matches.others());
        double excess =
                matches.found() - (double) matches.othersFound() * matches.families() / Math.max(1, matches.others());
        return new TestResult(
                "P0",
                name,
                excess,
                Double.NaN,
                Double.NaN,
                values,
                3,
                chance < 0.01 && excess > 3 ? Verdict.FAIL : Verdict.PASS,
                "families with a rare string found, beyond those among as many held-out ones; p = %.2g"
                        .formatted(chance));
    }

    /** True for strings that are equal by chance too: out of dictionaries, or counted. */
    private static boolean coincides(Meaning meaning) {
        return switch (meaning) {
            case EMAIL, PHONE, CARD, IBAN, UUID, TOKEN, DIGEST, PASSWORD_HASH, NATIONAL_ID, FREE_TEXT, DESCRIPTION ->
                false;
            default -> true;
        };
    }
}
