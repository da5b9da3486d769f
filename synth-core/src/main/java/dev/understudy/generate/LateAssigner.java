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
                Map.Entry<Long, Dealer> above = dealers.lowerEntry(reference.level(block, row));
                if (above != null) {
                    block.targets[r][row] = above.getValue().draw(0, block.place(row), 0);
                } else {
                    block.targets[r][row] = reference.mayBeNull() ? -1 : block.firstRow() + row;
                }
            }
        }
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
                dealer.add(0, row, Math.max(0, weight));
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
            } else if (reference.target().rows() > 0) {
                block.targets[r][row] = reference.dealer().draw(0, block.place(row), 0);
            }
        }
    }
}
