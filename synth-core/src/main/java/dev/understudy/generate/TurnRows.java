package dev.understudy.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which rows of a block are drawn together. */
final class TurnRows {
    private TurnRows() {}

    static int[] all(Block block) {
        int[] rows = new int[block.rows()];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    /** First children of all families, then second ones, and so on. */
    static List<int[]> byPosition(Block block) {
        int most = 0;
        for (int position : block.position) {
            most = Math.max(most, position + 1);
        }
        int[] sizes = new int[most];
        for (int position : block.position) {
            sizes[position]++;
        }
        List<int[]> lists = new ArrayList<>();
        for (int size : sizes) {
            lists.add(new int[size]);
        }
        int[] next = new int[most];
        for (int row = 0; row < block.rows(); row++) {
            int position = block.position[row];
            lists.get(position)[next[position]++] = row;
        }
        return lists;
    }
}
