package dev.understudy.drift;

import dev.understudy.drift.DataChange.Kind;
import dev.understudy.model.Profile;
import dev.understudy.model.Profile.ColumnProfile;
import dev.understudy.model.Profile.LinkProfile;
import dev.understudy.model.Profile.TableProfile;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the rows of a source against the profile of earlier ones, over the bins of the profile. */
public final class DataDrift {
    private final Schema schema;
    private final Map<TableName, List<Column>> columns;
    private final Spread spread;
    private final DriftLimits limits;
    private final List<DataChange> changes = new ArrayList<>();

    private DataDrift(Spread spread, DriftLimits limits) {
        this.schema = spread.plan().plan().schema();
        this.columns = spread.columns();
        this.spread = spread;
        this.limits = limits;
    }

    /** What passed its limit, table by table. Tables, columns and links that are gone are a matter of the schema. */
    public static List<DataChange> between(Profile before, Spread spread, DriftLimits limits) {
        DataDrift drift = new DataDrift(spread, limits);
        before.tables().stream()
                .filter(table -> drift.columns.containsKey(table.name()))
                .forEach(drift::table);
        return List.copyOf(drift.changes);
    }

    private void add(Kind kind, TableName table, String object, double distance, double limit) {
        if (distance > limit) {
            changes.add(new DataChange(kind, table, object, distance, limit));
        }
    }

    private void table(TableProfile before) {
        TableName name = before.name();
        double rows = spread.total(name);
        add(Kind.ROWS, name, "", Math.abs(rows - before.rows()) / Math.max(1, before.rows()), limits.rows());
        long now = spread.families(name);
        for (ColumnProfile column : before.columns()) {
            columns.get(name).stream()
                    .filter(one -> one.name().equals(column.name()))
                    .forEach(one -> column(name, one, column, before.families(), now));
        }
        for (LinkProfile link : before.links()) {
            schema.foreignKeysTo(name).stream()
                    .filter(one -> one.name().equals(link.name()) && one.child().equals(link.child()))
                    .filter(one -> columns.containsKey(one.child()))
                    .forEach(one -> link(one, link));
        }
    }

    private void column(TableName table, Column column, ColumnProfile before, long then, long now) {
        double[] values = spread.values(table, column);
        add(
                Kind.MISSING,
                table,
                column.name(),
                Math.abs(Spread.missing(values) - before.missing()),
                limit(limits.missing(), List.of(before.missing(), 1 - before.missing()), then, now));
        boolean number = Spread.isNumber(column);
        if (before.shares().isEmpty()
                || number && !before.labels().isEmpty()
                || !number && before.labels().isEmpty()) {
            return;
        }
        spread(
                Kind.SPREAD,
                table,
                column.name(),
                before.shares(),
                number ? Spread.shares(values, before.bounds()) : Spread.shares(column, values, before.labels()),
                then,
                now);
    }

    private void link(ForeignKey link, LinkProfile before) {
        double[] fans = spread.fans(link);
        add(
                Kind.ORPHANS,
                link.child(),
                link.name(),
                Math.abs(spread.orphaned(link) - before.orphaned()),
                limit(
                        limits.missing(),
                        List.of(before.orphaned(), 1 - before.orphaned()),
                        before.parents(),
                        fans.length));
        spread(
                Kind.FAN_OUT,
                link.child(),
                link.name(),
                before.shares(),
                Spread.shares(fans, before.bounds()),
                before.parents(),
                fans.length);
    }

    private void spread(
            Kind kind, TableName table, String object, List<Double> before, List<Double> after, long then, long now) {
        if (!before.isEmpty() && !after.isEmpty()) {
            add(
                    kind,
                    table,
                    object,
                    Histogram.totalVariation(before, after),
                    limit(limits.spread(), before, then, now));
        }
    }

    /** A change as large as the limit, and chance, which add like independent errors. */
    private static double limit(double limit, List<Double> shares, double then, double now) {
        return Math.hypot(limit, Histogram.chance(shares, then, now));
    }
}
