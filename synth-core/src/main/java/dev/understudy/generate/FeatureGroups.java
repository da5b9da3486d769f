package dev.understudy.generate;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import dev.understudy.model.Positions;
import java.util.Arrays;

/** The groups by which rows of one block are seen; what trees look at. */
final class FeatureGroups {
    private final FeatureView view;
    private final GeneratedTable table;
    private final Block block;
    private final GeneratedTable owner;
    private final GeneratedTable above;

    /**
     * @param owner the owner's table; null for a subject
     * @param above the owner's owner; null if there is none
     */
    FeatureGroups(FeatureView view, GeneratedTable table, Block block, GeneratedTable owner, GeneratedTable above) {
        this.view = view;
        this.table = table;
        this.block = block;
        this.owner = owner;
        this.above = above;
    }

    /**
     * Puts groups of a feature at some rows; 0 where there is no such row.
     *
     * @param guided the groups in which to see its codes, or {@link Groups#COMMON}
     * @param result where they are put, from {@code at} on; what was there does not matter
     */
    void look(Feature feature, Groups guided, int[] rows, int n, byte[] result, int at) {
        Arrays.fill(result, at, at + n, (byte) 0);
        switch (feature.source()) {
            case OWN -> own(feature.column(), guided, rows, n, 0, result, at);
            case PREVIOUS -> own(feature.column(), guided, rows, n, 1, result, at);
            case ALIKE -> alike(feature, guided, rows, n, result, at);
            case PARENT -> parent(feature.column(), guided, rows, n, result, at);
            case GRANDPARENT -> grandparent(feature.column(), guided, rows, n, result, at);
            case TARGET -> target(feature, guided, rows, n, result, at);
            case POSITION -> positions(rows, n, result, at);
            case SIBLINGS -> siblings(rows, n, result, at);
            case REMAINING -> remaining(rows, n, result, at);
            case RUN -> run(feature.link(), -1, rows, n, result, at);
            case RUN_LEFT -> run(feature.link(), 1, rows, n, result, at);
            case INDEX -> throw new IllegalArgumentException("An index is made of the groups of other features.");
        }
    }

    private void own(int column, Groups guided, int[] rows, int n, int back, byte[] result, int at) {
        byte[] group = groupsOf(table, column, guided).of();
        short[] codes = block.codes[column];
        for (int i = 0; i < n; i++) {
            boolean there = back == 0 || block.hasSiblings() && block.position[rows[i]] > 0;
            result[at + i] = there ? group[codes[rows[i] - back] & 0xFFFF] : 0;
        }
    }

    private void alike(Feature feature, Groups guided, int[] rows, int n, byte[] result, int at) {
        byte[] group = groupsOf(table, feature.column(), guided).of();
        short[] codes = block.codes[feature.column()];
        for (int i = 0; i < n; i++) {
            int last = view.last(feature, rows[i]);
            result[at + i] = last < 0 ? 0 : group[codes[last] & 0xFFFF];
        }
    }

    private void parent(int column, Groups guided, int[] rows, int n, byte[] result, int at) {
        if (block.owner == null) {
            return;
        }
        byte[] group = groupsOf(owner, column, guided).of();
        short[] codes = block.owner.codes[column];
        for (int i = 0; i < n; i++) {
            result[at + i] = group[codes[block.ownerRow[rows[i]]] & 0xFFFF];
        }
    }

    private void grandparent(int column, Groups guided, int[] rows, int n, byte[] result, int at) {
        if (block.owner == null || block.owner.owner == null) {
            return;
        }
        byte[] group = groupsOf(above, column, guided).of();
        short[] codes = block.owner.owner.codes[column];
        for (int i = 0; i < n; i++) {
            result[at + i] = group[codes[block.owner.ownerRow[block.ownerRow[rows[i]]]] & 0xFFFF];
        }
    }

    private void target(Feature feature, Groups guided, int[] rows, int n, byte[] result, int at) {
        GeneratedTable target = view.target(feature);
        byte[] group = groupsOf(target, feature.column(), guided).of();
        for (int i = 0; i < n; i++) {
            long row = block.targets[feature.link()][rows[i]];
            if (row >= 0) {
                Block of = view.targetBlock(feature, row);
                result[at + i] = group[of.codes[feature.column()][(int) (row - of.firstRow())] & 0xFFFF];
            }
        }
    }

    private void positions(int[] rows, int n, byte[] result, int at) {
        for (int i = 0; i < n && block.hasSiblings(); i++) {
            result[at + i] = (byte) Positions.code(block.position[rows[i]]);
        }
    }

    private void siblings(int[] rows, int n, byte[] result, int at) {
        for (int i = 0; i < n; i++) {
            result[at + i] = (byte) (block.hasSiblings() ? Positions.code(block.siblings[rows[i]]) : 1);
        }
    }

    private void remaining(int[] rows, int n, byte[] result, int at) {
        for (int i = 0; i < n && block.hasSiblings(); i++) {
            result[at + i] = (byte) Positions.code(block.siblings[rows[i]] - 1 - block.position[rows[i]]);
        }
    }

    private void run(int reference, int step, int[] rows, int n, byte[] result, int at) {
        long[] of = block.targets[reference];
        for (int i = 0; i < n && block.hasSiblings(); i++) {
            result[at + i] = (byte) Positions.code(Positions.run(of, block.position, rows[i], step));
        }
    }

    private static Groups groupsOf(GeneratedTable table, int column, Groups guided) {
        return guided.isCommon() ? table.model().cascade().get(column).groups() : guided;
    }
}
