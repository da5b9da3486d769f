package dev.understudy.compare;

import dev.understudy.compare.ComparedTable.SiblingKey;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One half of the real families beside the other half: what a score says of data that are as good as real. Families stay whole.
 * What a half refers to outside of its families is whole on both sides, since the halves of two subjects know nothing of each
 * other.
 */
public final class Halves {
    private final Comparison whole;
    private final Draws draws;
    private final Map<ComparedTable, int[][]> chosen = new IdentityHashMap<>();
    private final Map<ComparedTable, ComparedTable> halves = new IdentityHashMap<>();
    private final Map<ComparedTable, ComparedTable> wholes = new IdentityHashMap<>();

    private Halves(Comparison whole, long seed) {
        this.whole = whole;
        this.draws = Draws.seeded(seed).at("halves");
    }

    /** Tables and links in the order of the comparison; behind them whole tables and links to them. */
    public static Comparison of(Comparison comparison, long seed) {
        return new Halves(comparison, seed).halved();
    }

    private Comparison halved() {
        List<ComparedTable> tables = new ArrayList<>();
        for (ComparedTable table : whole.tables()) {
            int[][] rows = {rows(table, true), rows(table, false)};
            chosen.put(table, rows);
            halves.put(table, taken(table, rows));
            int[] all = IntStream.range(0, table.rows(Side.REAL)).toArray();
            wholes.put(table, taken(table, new int[][] {all, all}));
            tables.add(halves.get(table));
        }
        whole.tables().forEach(table -> tables.add(wholes.get(table)));
        List<ComparedLink> links = new ArrayList<>();
        whole.links().forEach(link -> links.add(link.owning() ? ofFamilies(link) : toWhole(link)));
        for (ComparedLink link : whole.links()) {
            links.add(between(link, wholes.get(link.child()), wholes.get(link.parent()), link.real(), link.real()));
            if (!link.owning()) {
                links.add(intoHalf(link));
            }
        }
        return new Comparison(tables, links);
    }

    private int[] rows(ComparedTable table, boolean first) {
        long[] families = table.realFamilies();
        return IntStream.range(0, families.length)
                .filter(row -> draws.unit(families[row]) < 0.5 == first)
                .toArray();
    }

    private static ComparedTable taken(ComparedTable table, int[][] rows) {
        List<ComparedColumn> columns = table.columns().stream()
                .map(column -> new ComparedColumn(
                        column.name(),
                        column.kind(),
                        column.categories(),
                        column.labels(),
                        column.folded(),
                        taken(column.real(), rows[0]),
                        taken(column.real(), rows[1])))
                .toList();
        List<SiblingKey> order = table.order().stream()
                .map(key -> new SiblingKey(taken(key.real(), rows[0]), taken(key.real(), rows[1])))
                .toList();
        long[] families = table.realFamilies();
        return new ComparedTable(
                table.name(),
                columns,
                order,
                Arrays.stream(rows[0]).mapToLong(row -> families[row]).toArray(),
                Arrays.stream(rows[1]).mapToLong(row -> families[row]).toArray());
    }

    private static double[] taken(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** Parents of the rows of a half, in the same half. */
    private ComparedLink ofFamilies(ComparedLink link) {
        int[][] parents = new int[2][];
        for (int side = 0; side < 2; side++) {
            Map<Integer, Integer> places = places(chosen.get(link.parent())[side]);
            parents[side] = Arrays.stream(chosen.get(link.child())[side])
                    .map(row -> places.getOrDefault(link.real()[row], -1))
                    .toArray();
        }
        return between(link, halves.get(link.child()), halves.get(link.parent()), parents[0], parents[1]);
    }

    /** Parents of the rows of a half, among all. */
    private ComparedLink toWhole(ComparedLink link) {
        int[][] parents = new int[2][];
        for (int side = 0; side < 2; side++) {
            parents[side] = Arrays.stream(chosen.get(link.child())[side])
                    .map(row -> link.real()[row])
                    .toArray();
        }
        return between(link, halves.get(link.child()), wholes.get(link.parent()), parents[0], parents[1]);
    }

    /** All children of the rows of a half. */
    private ComparedLink intoHalf(ComparedLink link) {
        int[][] parents = new int[2][];
        for (int side = 0; side < 2; side++) {
            Map<Integer, Integer> places = places(chosen.get(link.parent())[side]);
            parents[side] = Arrays.stream(link.real())
                    .map(row -> places.getOrDefault(row, -1))
                    .toArray();
        }
        return between(link, wholes.get(link.child()), halves.get(link.parent()), parents[0], parents[1]);
    }

    private static Map<Integer, Integer> places(int[] rows) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            places.put(rows[i], i);
        }
        return places;
    }

    private static ComparedLink between(
            ComparedLink link, ComparedTable child, ComparedTable parent, int[] first, int[] second) {
        return new ComparedLink(link.name(), child, parent, link.owning(), first, second);
    }
}
