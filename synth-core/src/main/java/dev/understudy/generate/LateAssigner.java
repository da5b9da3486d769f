package dev.understudy.generate;

import dev.understudy.model.ReferenceModel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses the targets of links that need all rows to exist: those inside a table, and those that close a ring. */
final class LateAssigner {
    private LateAssigner() {}

    /** Another target of a row, for a key in which the first one is taken. */
    interface Another {
        /** @return -1 if there is none; @param attempt at least 1 */
        long target(Block block, int row, int attempt);
    }

    /** Targets of a link that closes a ring. */
    static Another another(Reference reference) {
        return (block, row, attempt) -> {
            if (reference.isNull(block, row) || !reference.hasTargets()) {
                return -1;
            }
            return reference.isFixed()
                    ? reference.agreeing(block, row, attempt)
                    : reference.dealer().draw(0, block.place(row), attempt);
        };
    }

    /**
     * Links into the table itself: a root points nowhere (or at itself), every other row one level up.
     *
     * @return other rows above
     */
    static Another assignSelf(GeneratedTable table, int r, Reference reference) {
        Map<Long, List<Long>> byLevel = new TreeMap<>();
        for (Block block : table.blocks()) {
            for (int row = 0; row < block.rows(); row++) {
                byLevel.computeIfAbsent(reference.tree().level(block, row), level -> new ArrayList<>())
                        .add(block.firstRow() + row);
            }
        }
        TreeMap<Long, Dealer> dealers = dealers(table, reference, byLevel);
        for (Block block : table.blocks()) {
            for (int row = 0; row < block.rows(); row++) {
                long above = above(dealers, reference, block, row, 0);
                long root = reference.mayBeNull() ? -1 : block.firstRow() + row;
                block.targets[r][row] = above >= 0 ? above : root;
            }
        }
        return (block, row, attempt) -> above(dealers, reference, block, row, attempt);
    }

    /** A row of the nearest level above that agrees with what other links have fixed; -1 if there is none. */
    private static long above(TreeMap<Long, Dealer> dealers, Reference reference, Block block, int row, int attempt) {
        long key = reference.isFixed() ? reference.fixed().ofChild(block, row) : 0;
        for (Dealer level : dealers.headMap(reference.tree().level(block, row), false)
                .descendingMap()
                .values()) {
            int bucket = level.bucket(key);
            if (bucket >= 0) {
                return level.draw(bucket, block.place(row), attempt);
            }
        }
        return -1;
    }

    private static TreeMap<Long, Dealer> dealers(
            GeneratedTable table, Reference reference, Map<Long, List<Long>> byLevel) {
        TreeMap<Long, Dealer> dealers = new TreeMap<>();
        byLevel.forEach((level, rows) -> {
            Dealer dealer = new Dealer(reference.draws().at("level").at(level));
            for (long row : rows) {
                Block block = table.blockOf(row);
                int local = (int) (row - block.firstRow());
                long degree = reference.degrees().of(block, local, 1);
                long key = reference.isFixed() ? reference.fixed().ofTarget(block, local) : 0;
                dealer.add(key, key, row, degree);
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
            } else if (reference.hasTargets()) {
                block.targets[r][row] = reference.dealer().draw(0, block.place(row), 0);
            }
        }
    }
}
