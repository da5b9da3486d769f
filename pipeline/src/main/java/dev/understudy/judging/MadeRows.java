package dev.understudy.judging;

import dev.understudy.compare.FamilyRows;
import dev.understudy.compare.HeldRows;
import dev.understudy.compare.SideRows;
import dev.understudy.privacy.AuditedRows;
import dev.understudy.privacy.AuditedRows.Audited;
import dev.understudy.privacy.Part;
import dev.understudy.report.JudgedData;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** Rows that a model made, beside a sample of those that it was learned from, with what each real family was to it. */
public final class MadeRows {
    private final EvaluationPlan plan;
    private final FamilyRows sample;
    private final HeldRows made;
    private final List<TableName> subjects;
    private final Map<TableName, List<Column>> columns = new LinkedHashMap<>();
    private final SideRows realSide;
    private final SideRows madeSide;
    private final List<Audited> folds = new ArrayList<>();
    private Part[] released;

    /** @param subjects tables whose families are audited; folds are of the first */
    public MadeRows(EvaluationPlan plan, FamilyRows sample, HeldRows made, List<TableName> subjects) {
        this.plan = plan;
        this.sample = sample;
        this.made = made;
        this.subjects = subjects;
        plan.columns().forEach((table, read) -> {
            List<Column> both =
                    read.stream().filter(made.columns(table)::contains).toList();
            if (!both.isEmpty()) {
                columns.put(table, both);
            }
        });
        this.realSide = side(sample.rows());
        this.madeSide = side(made);
    }

    private SideRows side(HeldRows rows) {
        return new SideRows(plan.plan().schema(), plan.plan().graph(), rows, columns);
    }

    private long[] families() {
        return sample.families().get(subjects.get(0));
    }

    /** The release itself was made without some families. */
    public void heldOut(LongFunction<Part> part) {
        released = Arrays.stream(families()).mapToObj(part).toArray(Part[]::new);
        folds.add(new Audited(released, madeSide, null));
    }

    /**
     * Rows of another learning, without a fold.
     *
     * @param attacked families of {@link Part#TRAIN} that are attacked in this fold, so that each is attacked once
     */
    public void fold(HeldRows other, LongFunction<Part> part, LongPredicate attacked) {
        long[] families = families();
        Part[] parts = Arrays.stream(families).mapToObj(part).toArray(Part[]::new);
        int[] members = IntStream.range(0, parts.length)
                .filter(i -> parts[i] == Part.TRAIN && attacked.test(families[i]))
                .toArray();
        folds.add(new Audited(parts, side(other), members));
    }

    public JudgedData judged(String realName, String madeName) {
        AuditedRows rows = new AuditedRows(
                plan.plan().schema(),
                plan.plan().graph(),
                columns,
                plan.copied(),
                plan.lookups(),
                plan.labelled(),
                realSide,
                sample.rows(),
                madeSide,
                made,
                released,
                folds);
        Map<TableName, Long> realRows = new LinkedHashMap<>();
        Map<TableName, Long> madeRows = new LinkedHashMap<>();
        for (TableName table : columns.keySet()) {
            realRows.put(table, sample.total(table));
            madeRows.put(table, made.count(table));
        }
        return new JudgedData(
                realName,
                madeName,
                rows,
                rows,
                folds.isEmpty() ? subjects : subjects.subList(0, 1),
                Set.of(),
                realRows,
                madeRows,
                plan.shares());
    }
}
