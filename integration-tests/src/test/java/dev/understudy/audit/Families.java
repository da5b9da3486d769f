package dev.understudy.audit;

import dev.understudy.benchmark.BenchmarkSet;
import dev.understudy.compare.HalfSource;
import dev.understudy.compare.SideRows;
import dev.understudy.data.RowSource;
import dev.understudy.privacy.AuditedRows;
import dev.understudy.privacy.AuditedRows.Audited;
import dev.understudy.privacy.Part;
import dev.understudy.privacy.PrivacyResult;
import dev.understudy.privacy.PrivacySettings;
import dev.understudy.privacy.PrivacySuite;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The families of one subject in four parts: 40 % to learn from, 20 % held out, 10 % for reference, and 30 % fresh ones that
 * stand in for what a perfect run would make.
 */
final class Families {
    private final BenchmarkSet set;
    private final TableName subject;
    private final SideRows all;
    private final Map<Long, Integer> rowOfFamily = new HashMap<>();
    private final Draws draws = Draws.seeded(7);

    /** @param table name of the subject, in any case */
    static Families of(BenchmarkSet set, String table) {
        return new Families(
                set,
                set.columns().keySet().stream()
                        .filter(name -> name.name().equalsIgnoreCase(table))
                        .findFirst()
                        .orElseThrow());
    }

    private Families(BenchmarkSet set, TableName subject) {
        this.set = set;
        this.subject = subject;
        this.all = new SideRows(set.request().schema(), set.request().graph(), set.rows(), set.columns());
        long[] families = all.families(subject);
        for (int row = 0; row < families.length; row++) {
            rowOfFamily.put(families[row], row);
        }
    }

    int size() {
        return all.rows(subject);
    }

    Part part(int family) {
        double place = draws.at("part").unit(family);
        return place < 0.4 ? Part.TRAIN : place < 0.6 ? Part.HOLDOUT : place < 0.7 ? Part.REFERENCE : Part.NONE;
    }

    boolean isFresh(int family) {
        return part(family) == Part.NONE;
    }

    double turn(int family) {
        return draws.at("turn").unit(family);
    }

    /** Rows of some families, with all that belongs to other subjects. */
    HalfSource rows(IntPredicate chosen) {
        Map<TableName, BitSet> rows = new LinkedHashMap<>();
        for (TableName table : set.columns().keySet()) {
            if (set.request().graph().subjectOf(table).equals(subject)) {
                long[] families = all.families(table);
                BitSet kept = new BitSet(families.length);
                for (int row = 0; row < families.length; row++) {
                    Integer family = rowOfFamily.get(families[row]);
                    kept.set(row, family != null && chosen.test(family));
                }
                rows.put(table, kept);
            }
        }
        return new HalfSource(set.rows(), rows);
    }

    SideRows side(HalfSource rows) {
        return side(rows, set.columns());
    }

    SideRows side(RowSource rows, Map<TableName, List<Column>> columns) {
        return new SideRows(set.request().schema(), set.request().graph(), rows, columns);
    }

    /** Learned families by how far their numbers lie from the median, farthest first; at most {@code n}. */
    Set<Integer> farthest(int n) {
        double[] far = new double[size()];
        for (TableName table : set.columns().keySet()) {
            if (set.request().graph().subjectOf(table).equals(subject)) {
                for (Column column : set.columns().get(table)) {
                    TypeFamily type = column.type().family();
                    if ((type == TypeFamily.INTEGER || type == TypeFamily.DECIMAL) && !isKey(table, column)) {
                        addDistances(far, table, all.values(table, column));
                    }
                }
            }
        }
        return IntStream.range(0, size())
                .filter(family -> part(family) == Part.TRAIN)
                .boxed()
                .sorted((a, b) -> Double.compare(far[b], far[a]))
                .limit(n)
                .collect(Collectors.toSet());
    }

    private boolean isKey(TableName table, Column column) {
        return set.request().schema().foreignKeysOf(table).stream()
                        .anyMatch(link -> link.childColumns().contains(column.name()))
                || set.request().schema().table(table).orElseThrow().keys().stream()
                        .anyMatch(key -> key.columns().contains(column.name()));
    }

    /** The farthest of each family's rows, in quartile distances, ten at most. */
    private void addDistances(double[] far, TableName table, double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length < 4) {
            return;
        }
        double middle = sorted[sorted.length / 2];
        double quartiles = Math.max(1e-9, sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4]);
        double[] most = new double[size()];
        for (int row = 0; row < values.length; row++) {
            Integer family = rowOfFamily.get(all.families(table)[row]);
            if (family != null && !Double.isNaN(values[row])) {
                most[family] = Math.max(most[family], Math.min(10, Math.abs(values[row] - middle) / quartiles));
            }
        }
        Arrays.setAll(far, family -> far[family] + most[family]);
    }

    /** What the suite says if the rows of some families are released as synthetic. */
    PrivacyResult judged(IntPredicate released) {
        return judged(released, family -> !isFresh(family), true);
    }

    /** The same for real families that are few. */
    PrivacyResult judgedAmong(IntPredicate few) {
        return judged(
                family -> few.test(family) && isFresh(family), family -> few.test(family) && !isFresh(family), true);
    }

    /** What the suite says if nobody knows what nothing was made from. */
    PrivacyResult judgedWithoutHoldOut(IntPredicate released, IntPredicate real) {
        return judged(released, real, false);
    }

    private PrivacyResult judged(IntPredicate released, IntPredicate known, boolean heldOut) {
        HalfSource real = rows(known);
        HalfSource made = rows(released);
        Part[] parts =
                IntStream.range(0, size()).filter(known).mapToObj(this::part).toArray(Part[]::new);
        SideRows synthetic = side(made);
        AuditedRows audited = new AuditedRows(
                set.request().schema(),
                set.request().graph(),
                set.columns(),
                Set.of(),
                Set.of(),
                Set.of(),
                side(real),
                real,
                synthetic,
                made,
                heldOut ? parts : null,
                heldOut ? List.of(new Audited(parts, synthetic, null)) : List.of());
        return new PrivacySuite(audited, new PrivacySettings(10, List.of(), List.of(), 1)).run(subject);
    }
}
