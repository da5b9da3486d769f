package dev.understudy.generate;

import dev.understudy.model.ReferenceModel.Repeats;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals targets to children of which many follow their sibling before to the next row of the same kin: a player stays with his
 * club, though each season is a team of its own. Each target keeps its degree within its bucket.
 *
 * <p>Children are dealt their targets in an order in which that of the sibling before is known: by the number that narrows targets
 * down, where siblings come in its order (seasons), else by their place among the siblings. Of those that come together, the ones
 * that follow their sibling choose first. Whoever finds no target of his kin left is dealt one with all others.
 *
 * <p>Immutable; serves several threads. Cost: O(rows · log rows), 4 bytes a row, some 40 while it is made.
 */
final class Succession {
    /** Rows of a table beyond which children draw their kin, whatever others take. */
    static final long MOST_ROWS = 8_000_000;

    /** The target is told by the row itself, or there is none. */
    static final int NONE = -1;

    /** Share of the siblings that must come in the order of the number. */
    private static final double IN_ORDER = 0.9;

    private final int[][] targets;

    private Succession(int[][] targets) {
        this.targets = targets;
    }

    /** The target of a row; {@link #NONE} if it is not dealt here. */
    int target(int block, int row) {
        return targets[block][row];
    }

    /** What one block tells of its rows, before any target is known. */
    record Part(byte[] wishes, int[] buckets, int[] numbers, boolean[] first) {
        private static final byte NOTHING = 0;
        private static final byte ANY = 1;
        private static final byte KIN = 2;
        private static final byte SAME = 3;

        static Part of(Reference reference, Block block) {
            int rows = block.rows();
            Part part = new Part(new byte[rows], new int[rows], new int[rows], new boolean[rows]);
            int number = numbered(reference);
            for (int row = 0; row < rows; row++) {
                part.first[row] = !block.hasSiblings() || block.position[row] == 0;
                part.wishes[row] = reference.isNull(block, row)
                        ? NOTHING
                        : wish(reference.repetition().code(block, row));
                part.buckets[row] = part.wishes[row] == NOTHING ? -1 : reference.bucket(block, row);
                part.numbers[row] = number < 0 ? 0 : block.code(number, row);
            }
            return part;
        }

        private static byte wish(int repeatCode) {
            return switch (repeatCode) {
                case Repeats.KIN -> KIN;
                case Repeats.PREVIOUS -> SAME;
                case Repeats.OWNERS, Repeats.EARLIER -> NOTHING;
                default -> ANY;
            };
        }

        /** Column of the child by which targets are narrowed down first, if it is a number; else -1. */
        private static int numbered(Reference reference) {
            if (reference.model().buckets().isEmpty()) {
                return -1;
            }
            int column = reference.model().buckets().get(0).column();
            return reference.isNumber(column) ? column : -1;
        }
    }

    /** @param parts of all blocks */
    static Succession of(Reference reference, List<Part> parts) {
        return new Succession(new Deal(reference, parts).targets());
    }

    /** The dealing itself, in rows of the whole table. */
    private static final class Deal {
        private final Reference reference;
        private final List<Part> parts;
        private final Draws draws;
        private final byte[] wishes;
        private final int[] buckets;
        private final int[] numbers;
        private final boolean[] first;
        private final int[] target;
        private final int[] left;
        private final Map<Integer, SuccessionSlots> slots = new HashMap<>();

        Deal(Reference reference, List<Part> parts) {
            this.reference = reference;
            this.parts = parts;
            this.draws = reference.draws().at("succession");
            int rows = parts.stream().mapToInt(part -> part.wishes.length).sum();
            this.wishes = new byte[rows];
            this.buckets = new int[rows];
            this.numbers = new int[rows];
            this.first = new boolean[rows];
            this.target = new int[rows];
            this.left = new int[reference.dealer().buckets()];
            Arrays.fill(target, NONE);
            int at = 0;
            for (Part part : parts) {
                int n = part.wishes.length;
                System.arraycopy(part.wishes, 0, wishes, at, n);
                System.arraycopy(part.buckets, 0, buckets, at, n);
                System.arraycopy(part.numbers, 0, numbers, at, n);
                System.arraycopy(part.first, 0, first, at, n);
                at += n;
            }
        }

        int[][] targets() {
            for (int row = 0; row < wishes.length; row++) {
                left[Math.max(0, buckets[row])] += isDealt(row) ? 1 : 0;
            }
            long[] order = order();
            for (int from = 0; from < order.length; ) {
                int to = from;
                while (to < order.length && order[to] >>> 32 == order[from] >>> 32) {
                    to++;
                }
                together(order, from, to);
                from = to;
            }
            int[][] ofBlocks = new int[parts.size()][];
            int at = 0;
            for (int b = 0; b < ofBlocks.length; b++) {
                int n = parts.get(b).wishes.length;
                ofBlocks[b] = Arrays.copyOfRange(target, at, at + n);
                at += n;
            }
            return ofBlocks;
        }

        private boolean isDealt(int row) {
            return wishes[row] == Part.ANY || wishes[row] == Part.KIN;
        }

        /** When each row has its turn, above its number: by number and place among the siblings of that number, or by place alone. */
        private long[] order() {
            boolean byNumber = isInOrder();
            long[] order = new long[wishes.length];
            int n = 0;
            int place = 0;
            for (int row = 0; row < wishes.length; row++) {
                boolean on = !first[row] && (!byNumber || numbers[row] == numbers[row - 1]);
                place = on ? Math.min(place + 1, Short.MAX_VALUE) : 0;
                if (wishes[row] != Part.NOTHING) {
                    long turn = (byNumber ? (long) numbers[row] << 15 : 0) | place;
                    order[n++] = turn << 32 | row;
                }
            }
            long[] known = Arrays.copyOf(order, n);
            Arrays.sort(known);
            return known;
        }

        private boolean isInOrder() {
            long pairs = 0;
            long rising = 0;
            boolean any = false;
            for (int row = 1; row < wishes.length; row++) {
                if (!first[row]) {
                    pairs++;
                    rising += numbers[row] >= numbers[row - 1] ? 1 : 0;
                    any |= numbers[row] != numbers[row - 1];
                }
            }
            return any && rising >= IN_ORDER * pairs;
        }

        /** Deals to the rows whose turn it is. */
        private void together(long[] order, int from, int to) {
            for (int i = from; i < to; i++) {
                int row = (int) order[i];
                int before = first[row] ? NONE : target[row - 1];
                if (wishes[row] == Part.SAME) {
                    target[row] = before;
                } else if (wishes[row] == Part.KIN && before != NONE) {
                    target[row] = slots(row).kin(reference.kin().hangsOn(before), before);
                }
            }
            for (int i = from; i < to; i++) {
                int row = (int) order[i];
                if (isDealt(row) && target[row] == NONE) {
                    int before = first[row] ? NONE : target[row - 1];
                    boolean leaves = wishes[row] == Part.ANY && before != NONE;
                    target[row] = slots(row).any(leaves ? reference.kin().hangsOn(before) : SuccessionSlots.NOBODY);
                }
            }
        }

        private SuccessionSlots slots(int row) {
            int bucket = buckets[row];
            return slots.computeIfAbsent(bucket, b -> new SuccessionSlots(reference, b, left[b], draws.at(b)));
        }
    }
}
