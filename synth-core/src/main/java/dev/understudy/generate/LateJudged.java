package dev.understudy.generate;

import dev.understudy.data.RowJudge;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Keeps conditions that only a database can judge and that look at links which are chosen last, once they are: a row that
 * breaks one gets other targets, then none, then what rows have that keep it. It cannot go, since others may point at it.
 */
final class LateJudged {
    private static final int ROUNDS = 8;
    /** Rounds in which other targets are looked for. */
    private static final int TARGETS = 2;

    private final GeneratedTable table;
    private final RowJudge judge;
    private final List<Asked> asked;
    /** By condition, what can be changed: links first. */
    private final List<List<Knob>> knobs;

    private LateJudged(GeneratedTable table, RowJudge judge, List<Asked> asked, List<List<Knob>> knobs) {
        this.table = table;
        this.judge = judge;
        this.asked = asked;
        this.knobs = knobs;
    }

    /** @param fixed positions of columns that others hold, or keys rest on */
    static LateJudged of(GeneratedTable table, List<Reference> links, RowJudge judge, Set<Integer> fixed) {
        List<Asked> asked = Asked.of(table, links, judge, true);
        Knobs all = new Knobs(table, links, true);
        List<List<Knob>> knobs = asked.stream()
                .map(one -> all.of(one.places()).stream()
                        .filter(knob -> knob instanceof Knob.Link || !fixed.contains(knob.column()))
                        .sorted(Comparator.comparing(knob -> !(knob instanceof Knob.Link)))
                        .toList())
                .toList();
        return new LateJudged(table, judge, asked, knobs);
    }

    /**
     * @param block  in which every link has its target
     * @param others other targets of links that are chosen last, by their number
     */
    void mend(Block block, Map<Integer, LateAssigner.Another> others) {
        int[] open = IntStream.range(0, block.rows())
                .filter(row -> !table.model().keptRows().isKept((int) (block.firstRow() + row)))
                .toArray();
        for (int round = 1; round <= ROUNDS && open.length > 0 && !asked.isEmpty(); round++) {
            boolean[] broken = new boolean[block.rows()];
            for (int i = 0; i < asked.size(); i++) {
                boolean[] fine = asked.get(i).verdicts(table, judge, block, open);
                int donor = donor(open, fine);
                for (int at = 0; at < open.length; at++) {
                    if (!fine[at]) {
                        broken[open[at]] = true;
                        change(block, open[at], donor, knobs.get(i), others, round);
                    }
                }
            }
            open = Arrays.stream(open).filter(row -> broken[row]).toArray();
        }
    }

    private static int donor(int[] rows, boolean[] fine) {
        for (int at = 0; at < rows.length; at++) {
            if (fine[at]) {
                return rows[at];
            }
        }
        return -1;
    }

    private static void change(
            Block block, int row, int donor, List<Knob> knobs, Map<Integer, LateAssigner.Another> others, int round) {
        for (Knob knob : knobs) {
            if (knob instanceof Knob.Link link && others.containsKey(link.reference())) {
                retarget(block, row, link, others.get(link.reference()), round);
            } else if (knob.drawn() >= 0 && round > TARGETS + 1) {
                if (donor >= 0) {
                    knob.restore(block, row, knob.save(block, donor));
                } else {
                    knob.fill(block, row, round);
                }
            }
        }
    }

    private static void retarget(Block block, int row, Knob.Link link, LateAssigner.Another another, int round) {
        long before = block.targets[link.reference()][row];
        if (round > TARGETS) {
            link.clear(block, row);
            return;
        }
        long other = another.target(block, row, round);
        block.targets[link.reference()][row] = other >= 0 ? other : before;
    }
}
