package dev.understudy.privacy;

import dev.understudy.data.TextVector;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TableNames;
import dev.understudy.semantic.TextObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * P0, for lookup tables: labels that fewer than k families refer to, found in the synthetic table. Families are those whose rows
 * refer to the label; a lookup table has none of its own.
 */
final class LookupLabels {
    private final AuditedRows rows;
    private final int k;

    LookupLabels(AuditedRows rows, int k) {
        this.rows = rows;
        this.k = k;
    }

    /** One result a column with labels that are rare. */
    List<TestResult> results() {
        List<TestResult> results = new ArrayList<>();
        for (TableName table : rows.lookups()) {
            if (rows.columns().containsKey(table)) {
                List<Set<Long>> referring = referring(table);
                for (Column column : rows.columns().get(table)) {
                    if (LiteralLeakage.isText(column)
                            && !rows.labelled().contains(new ColumnName(table, column.name()))) {
                        result(table, column, referring).ifPresent(results::add);
                    }
                }
            }
        }
        return results;
    }

    /** By row of the lookup, families that refer to it, as far as k. */
    private List<Set<Long>> referring(TableName table) {
        List<Set<Long>> referring = new ArrayList<>();
        for (int row = 0; row < rows.real().rows(table); row++) {
            referring.add(new HashSet<>());
        }
        for (ForeignKey link : rows.schema().foreignKeysTo(table)) {
            if (rows.columns().containsKey(link.child()) && !link.isSelfReference()) {
                int[] targets = rows.real().parents(link);
                long[] families = rows.real().families(link.child());
                for (int row = 0; row < targets.length; row++) {
                    if (targets[row] >= 0 && referring.get(targets[row]).size() < k) {
                        referring.get(targets[row]).add(families[row]);
                    }
                }
            }
        }
        return referring;
    }

    private Optional<TestResult> result(TableName table, Column column, List<Set<Long>> referring) {
        Map<Long, Set<Long>> sharing = new HashMap<>();
        TextObserver observer = new TextObserver(k);
        int[] at = {0};
        rows.realRows().read(table, List.of(column), batch -> {
            TextVector texts = batch.texts(0);
            for (int row = 0; row < batch.rows(); row++, at[0]++) {
                if (!texts.isNull(row)) {
                    observer.observe(texts.get(row), at[0]);
                    for (long piece : RealStrings.pieces(texts.get(row))) {
                        sharing.computeIfAbsent(piece, any -> new HashSet<>()).addAll(referring.get(at[0]));
                    }
                }
            }
        });
        sharing.values().removeIf(families -> families.size() >= k);
        if (sharing.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> found = new HashSet<>();
        int[] values = {0};
        rows.madeRows().read(table, List.of(column), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                if (!batch.column(0).isNull(row) && batch.column(0) instanceof TextVector texts) {
                    values[0]++;
                    found.addAll(RealStrings.pieces(texts.get(row)));
                }
            }
        });
        found.retainAll(sharing.keySet());
        boolean known = observer.meaning(
                        TableNames.of(rows.schema().table(table).orElseThrow()), column)
                .map(one -> isPublic(one.meaning()))
                .orElse(false);
        return Optional.of(new TestResult(
                "P0",
                "labels of %s.%s".formatted(table.name(), column.name()),
                found.size(),
                Double.NaN,
                Double.NaN,
                values[0],
                known ? Double.NaN : 0,
                found.isEmpty() || known ? Verdict.PASS : Verdict.FAIL,
                known
                        ? "labels that too few families refer to, found in the synthetic table; they stand in any dictionary"
                        : "labels that too few families refer to, found in the synthetic table"));
    }

    /** True for names that anybody can list, so that new ones are often equal to real ones. */
    private static boolean isPublic(Meaning meaning) {
        return switch (meaning) {
            case CITY, STATE, STATE_CODE, POSTCODE, COUNTRY, COUNTRY_CODE, JOB, FIRST_NAME, LAST_NAME -> true;
            default -> false;
        };
    }
}
