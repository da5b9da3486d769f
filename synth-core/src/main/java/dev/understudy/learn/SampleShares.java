package dev.understudy.learn;

import dev.understudy.data.RowSource;
import dev.understudy.data.Storage;
import dev.understudy.model.TableMode;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import java.util.HashMap;
import java.util.Map;

/**
 * Which share of its families each subject is learned from, so that their rows fit into memory: all of small ones, and of
 * those that are larger than the rest leaves room for, as many as fit, each of them whole.
 */
public final class SampleShares {
    /** A row without its cells: its family, its owner, its place among its siblings. */
    private static final long ROW = 60;

    private static final long NUMBER = 20;
    private static final long TEXT = 30;
    /** Paths of documents are kept as columns. */
    private static final long DOCUMENT = 250;

    private static final long LINK = 16;
    private static final long KEY = 24;
    /** What is told of the children of a row: counts, sums, first and last of each. */
    private static final long SUMMARIES = 120;
    /** Tables whose rows are kept take what they need; the others get at least this part. */
    private static final int LEAST_PART = 8;
    /** Fewer families than this tell too little, however little memory there is. */
    private static final double FEWEST_FAMILIES = 1_000;

    private final LearnRequest request;
    private final RowSource source;
    private final Map<TableName, Long> rows = new HashMap<>();

    private SampleShares(LearnRequest request, RowSource source) {
        this.request = request;
        this.source = source;
    }

    /** By subject, above 0 and at most 1; subjects without tables to synthesize are left out. */
    static Map<TableName, Double> of(LearnRequest request, RowSource source) {
        return new SampleShares(request, source).shares();
    }

    /** What a row of a table takes while a model is learned, in bytes; within a factor of two. */
    public static long bytes(Table table, int linksFrom, int linksTo) {
        long bytes = ROW + LINK * linksFrom + (KEY + SUMMARIES) * linksTo;
        for (Column column : table.columns()) {
            bytes += bytes(column);
        }
        return bytes;
    }

    private static long bytes(Column column) {
        if (Storage.of(column.type()) != Storage.TEXT) {
            return NUMBER;
        }
        TypeFamily family = column.type().family();
        return family == TypeFamily.JSON || family == TypeFamily.XML ? DOCUMENT : TEXT;
    }

    private Map<TableName, Double> shares() {
        long kept = 0;
        Map<TableName, Double> needs = new HashMap<>();
        Map<TableName, Long> largest = new HashMap<>();
        for (TableName name : request.graph().order()) {
            TableMode mode = request.modes().get(name);
            if (mode == TableMode.SYNTHESIZE) {
                TableName subject = request.graph().subjectOf(name);
                needs.merge(subject, (double) bytes(name), Double::sum);
                largest.merge(subject, rows(name), Math::max);
            } else if (mode.keepsRows()) {
                kept += bytes(name);
            }
        }
        LearnLimits limits = request.settings().limits();
        double cap = cap(needs, Math.max(limits.memory() / LEAST_PART, limits.memory() - kept));
        Map<TableName, Double> shares = new HashMap<>();
        needs.forEach((subject, need) -> {
            double share = Math.min(cap / need, (double) limits.sampleRows() / Math.max(1, largest.get(subject)));
            double least = FEWEST_FAMILIES / Math.max(1, rows(subject));
            shares.put(subject, Math.min(1, Math.max(least, share)));
        });
        return shares;
    }

    /** The most that one subject gets, so that all together fit: what small ones leave over goes to the others. */
    private static double cap(Map<TableName, Double> needs, double memory) {
        double left = memory;
        int others = needs.size();
        for (double need : needs.values().stream().sorted().toList()) {
            if (need * others > left) {
                return left / others;
            }
            left -= need;
            others--;
        }
        return Double.MAX_VALUE;
    }

    private long bytes(TableName name) {
        Table table = request.schema().table(name).orElseThrow();
        int from = request.schema().foreignKeysOf(name).size();
        int to = request.schema().foreignKeysTo(name).size();
        return rows(name) * bytes(table, from, to);
    }

    private long rows(TableName name) {
        return rows.computeIfAbsent(name, n -> {
            long told = request.schema().table(n).orElseThrow().approximateRows();
            return told >= 0 ? told : source.count(n);
        });
    }
}
