package dev.understudy.judging;

import dev.understudy.compare.FamilyRows;
import dev.understudy.compare.HeldRows;
import dev.understudy.compare.SideRows;
import dev.understudy.data.RowSource;
import dev.understudy.privacy.AuditedRows;
import dev.understudy.privacy.AuditedRows.Audited;
import dev.understudy.privacy.Part;
import dev.understudy.random.Draws;
import dev.understudy.report.JudgedData;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.TableName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Samples of real, synthetic and held-out data, laid side by side. */
public final class Samples {
    private final EvaluationPlan plan;
    private final MatchedTables matched;

    public Samples(EvaluationPlan plan, MatchedTables matched) {
        this.plan = plan;
        this.matched = matched;
    }

    /** Reads the families that fit. @param source real data, or data under their names */
    public FamilyRows read(RowSource source) {
        return FamilyRows.read(plan.plan().graph(), source, plan.tables(), matched.columns(), plan.shares());
    }

    /** Other data, under the names and in the units of the real ones. */
    public static RowSource renamed(RowSource other, MatchedTables matched) {
        return new MatchedSource(other, matched);
    }

    /** @param heldOut families that nothing was made from; empty if there are none */
    public JudgedData judged(
            String realName, String madeName, FamilyRows real, FamilyRows made, Optional<FamilyRows> heldOut) {
        SideRows realSide = side(real.rows());
        SideRows madeSide = side(made.rows());
        AuditedRows compared = rows(realSide, real.rows(), madeSide, made.rows(), null, List.of());
        List<TableName> subjects = plan.subjects(matched.columns());
        AuditedRows audited = heldOut.isEmpty() || subjects.isEmpty()
                ? compared
                : audited(subjects.get(0), real, heldOut.get(), madeSide, made.rows());
        Map<TableName, Long> realRows = new LinkedHashMap<>();
        Map<TableName, Long> madeRows = new LinkedHashMap<>();
        for (TableName table : matched.columns().keySet()) {
            realRows.put(table, real.total(table));
            madeRows.put(table, made.total(table));
        }
        return new JudgedData(
                realName,
                madeName,
                compared,
                audited,
                // What is held out of one subject is not held out of another.
                heldOut.isEmpty() ? subjects : subjects.subList(0, Math.min(1, subjects.size())),
                Set.<ColumnName>of(),
                realRows,
                madeRows,
                plan.shares());
    }

    private AuditedRows audited(
            TableName subject, FamilyRows real, FamilyRows heldOut, SideRows madeSide, HeldRows made) {
        Set<TableName> joined = new LinkedHashSet<>();
        for (TableName table : matched.columns().keySet()) {
            if (plan.plan().graph().subjectOf(table).equals(subject)) {
                joined.add(table);
            }
        }
        RowSource both = new JoinedSource(real.rows(), heldOut.rows(), joined);
        int learned = real.families().get(subject).length;
        Part[] parts = new Part[learned + heldOut.families().get(subject).length];
        Arrays.fill(parts, 0, learned, Part.TRAIN);
        Draws draws = Draws.seeded(3).at("reference");
        for (int i = learned; i < parts.length; i++) {
            parts[i] = draws.below(3, i) == 0 ? Part.REFERENCE : Part.HOLDOUT;
        }
        return rows(side(both), both, madeSide, made, parts, List.of(new Audited(parts, madeSide, null)));
    }

    private AuditedRows rows(
            SideRows realSide, RowSource real, SideRows madeSide, RowSource made, Part[] parts, List<Audited> folds) {
        return new AuditedRows(
                plan.plan().schema(),
                plan.plan().graph(),
                matched.columns(),
                plan.copied(),
                plan.lookups(),
                plan.labelled(),
                realSide,
                real,
                madeSide,
                made,
                parts,
                folds);
    }

    private SideRows side(RowSource rows) {
        Map<TableName, List<Column>> columns = matched.columns();
        return new SideRows(plan.plan().schema(), plan.plan().graph(), rows, columns);
    }
}
