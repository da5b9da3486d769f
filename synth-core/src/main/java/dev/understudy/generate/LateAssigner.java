package dev.understudy.generate;

import dev.understudy.model.ReferenceModel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses the targets of links that need all rows to exist: those inside a table, and those that close a ring. */
final class LateAssigner {
    private LateAssigner() {}

    /** Links into the table itself: a root points nowhere (or at itself), every other row one level up. */
    static void assignSelf(GeneratedTable table, int r, Reference reference) {
        Map<Long, List<Long>> byLevel = new TreeMap<>();
        for (Block block : table.blocks()) {
            for (int row = 0; row < block.rows(); row++) {
                byLevel.computeIfAbsent(reference.level(block, row), level -> new ArrayList<>())
                        .add(block.firstRow() + row);
            }
        }
        TreeMap<Long, Dealer> dealers = dealers(table, reference, byLevel);
        for (Block block : table.blocks()) {
            for (int row = 0; row < block.rows(); row++) {
                long above = above(dealers, reference, block, row);
                long root = reference.mayBeNull() ? -1 : block.firstRow() + row;
                block.targets[r][row] = above >= 0 ? above : root;
            }
        }
    }

    /** A row of the nearest level above that agrees with what other links have fixed; -1 if there is none. */
    private static long above(TreeMap<Long, Dealer> dealers, Reference reference, Block block, int row) {
        long key = reference.isFixed() ? reference.fixedKeyOfChild(block, row) : 0;
        for (Dealer level : dealers.headMap(reference.level(block, row), false)
                .descendingMap()
                .values()) {
            int bucket = level.bucket(key);
            if (bucket >= 0) {
                return level.draw(bucket, block.place(row), 0);
            }
        }
        return -1;
    }

    private static TreeMap<Long, Dealer> dealers(
            GeneratedTable table, Reference reference, Map<Long, List<Long>> byLevel) {
        int degree = reference.degreeColumn();
        TreeMap<Long, Dealer> dealers = new TreeMap<>();
        byLevel.forEach((level, rows) -> {
            Dealer dealer = new Dealer(reference.draws().at("level").at(level));
            for (long row : rows) {
                Block block = table.blockOf(row);
                int local = (int) (row - block.firstRow());
                long weight = degree < 0 || block.isNull(degree, local) ? 1 : block.values[degree][local];
                long key = reference.isFixed() ? reference.fixedKeyOfTarget(block, local) : 0;
                dealer.add(key, row, Math.max(0, weight));
            }
            dealers.put(level, dealer);
        });
        return dealers;
    }

    /** A link that closes a ring: drawn by degree. */
    static void assignLate(Block block, int r, Reference reference) {
        for (int row = 0; row < block.rows(); row++) {
            if (reference.kind() != Kind.LATE || reference.isNull(block, row)) {
                continue;
            }
            if (reference.isFixed()) {
                block.targets[r][row] = reference.agreeing(block, row, 0);
            } else if (reference.isUnique()) {
                block.targets[r][row] = reference.alone(block, row);
            } else if (reference.target().rows() > 0) {
                block.targets[r][row] = reference.dealer().draw(0, block.place(row), 0);
            }
        }
    }
}
