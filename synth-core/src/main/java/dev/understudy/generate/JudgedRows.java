package dev.understudy.generate;

import dev.understudy.data.RowJudge;
import dev.understudy.random.Draws;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps conditions that only a database can judge: a row that breaks one is drawn anew, then given what a row has that keeps it,
 * then values of any kind and nulls, then dropped. Other rules of the table are kept as before. Serves several threads.
 */
final class JudgedRows implements RowRules {
    private static final int DRAWS = 5;
    private static final int ROUNDS = 16;

    private final GeneratedTable table;
    private final RowRules others;
    private final RowJudge judge;
    private final List<Asked> asked;
    /** By condition, what can be changed of its values. */
    private final List<List<Knob>> knobs;

    private final Draws draws;

    private JudgedRows(
            GeneratedTable table, RowRules others, RowJudge judge, List<Asked> asked, List<List<Knob>> knobs) {
        this.table = table;
        this.others = others;
        this.judge = judge;
        this.asked = asked;
        this.knobs = knobs;
        this.draws = table.draws().at("asked");
    }

    /** @param others what can be judged without a database */
    static RowRules of(GeneratedTable table, List<Reference> links, RowRules others, RowJudge judge) {
        List<Asked> asked = Asked.of(table, links, judge, false);
        Knobs knobs = new Knobs(table, links);
        return asked.isEmpty()
                ? others
                : new JudgedRows(
                        table,
                        others,
                        judge,
                        asked,
                        asked.stream().map(one -> knobs.of(one.places())).toList());
    }

    @Override
    public void mend(Block block, Redraw redraw) {
        others.mend(block, redraw);
        int[] open = IntStream.range(0, block.rows())
                .filter(row -> !isKept(block, row))
                .toArray();
        BitSet[] fine = new BitSet[asked.size()];
        Arrays.setAll(fine, i -> new BitSet());
        for (int round = 1; round <= ROUNDS && open.length > 0; round++) {
            BitSet changed = new BitSet();
            for (int i = 0; i < fine.length; i++) {
                ask(block, asked.get(i), open, fine[i]);
                for (int row : open) {
                    if (!fine[i].get(row) && change(block, row, knobs.get(i), fine[i], redraw, round)) {
                        changed.set(row);
                    }
                }
            }
            open = changed.stream().toArray();
            if (open.length > 0) {
                others.mend(block, redraw);
            }
        }
    }

    private void ask(Block block, Asked one, int[] rows, BitSet fine) {
        boolean[] verdicts = one.verdicts(table, judge, block, rows);
        for (int i = 0; i < rows.length; i++) {
            fine.set(rows[i], verdicts[i]);
        }
    }

    private boolean change(Block block, int row, List<Knob> knobs, BitSet fine, Redraw redraw, int round) {
        boolean changed = false;
        int donor = round > DRAWS && round % 2 == 0 ? donor(block, row, fine, round) : -1;
        for (Knob knob : knobs) {
            if (donor >= 0) {
                changed |= copy(block, donor, row, knob);
            } else if (round <= DRAWS && knob.drawn() >= 0) {
                block.give(knob.drawn(), row, false);
                block.giveText(knob.drawn(), row, null);
                redraw.draw(knob.drawn(), row, 100 + round);
                changed = true;
            } else {
                // One of several columns must often be null.
                boolean gone = round % 4 == 3
                        && draws.at("gone").below(2, block.place(row), 64L * round + knob.column()) == 0
                        && knob.clear(block, row);
                changed |= gone || any(block, row, knob, round);
            }
        }
        return changed;
    }

    /** A row of the block that keeps the condition; -1 if there is none. */
    private int donor(Block block, int row, BitSet fine, int round) {
        int start = draws.below(block.rows(), block.place(row), round);
        for (int i = 0; i < block.rows(); i++) {
            int candidate = (start + i) % block.rows();
            if (fine.get(candidate)) {
                return candidate;
            }
        }
        return -1;
    }

    private boolean copy(Block block, int from, int to, Knob knob) {
        if (knob.drawn() < 0) {
            return false;
        }
        Cell cell = table.cell(knob.column());
        if (knob instanceof Knob.Label label
                && !cell.isNull(block, from)
                && label.set(block, to, cell.text(block, from))) {
            return true;
        }
        knob.restore(block, to, knob.save(block, from));
        return true;
    }

    /** A number of any size, or another text. */
    private boolean any(Block block, int row, Knob knob, int round) {
        long place = block.place(row);
        if (knob instanceof Knob.Number number) {
            Draws own = draws.at(round);
            double size = Math.pow(10, 4 * own.unit(place, knob.column()));
            long whole = Math.round(own.below(4, place, -1 - knob.column()) == 0 ? -size : size);
            Long value = number.units().number(whole, RoundingMode.FLOOR);
            return value != null && number.set(block, row, value);
        }
        return knob.fill(block, row, 1 + draws.below(1 << 16, place, round));
    }

    private boolean isKept(Block block, int row) {
        return table.model().keptRows().isKept((int) (block.firstRow() + row));
    }

    /** A row that is changed for the sake of a key is asked about only at the end. */
    @Override
    public boolean accepts(Block block, int row) {
        return others.accepts(block, row);
    }

    @Override
    public void check(Block block, boolean[] failed) {
        others.check(block, failed);
        // Where rows keep their numbers, none may go; verifying the target tells.
        if (table.model().mode().keepsRows()) {
            return;
        }
        BitSet broken = new BitSet();
        int[] all = IntStream.range(0, block.rows()).toArray();
        for (Asked one : asked) {
            boolean[] fine = one.verdicts(table, judge, block, all);
            for (int row = 0; row < fine.length; row++) {
                if (!fine[row] && !failed[row]) {
                    broken.set(row);
                }
            }
        }
        broken.stream().forEach(row -> failed[row] = true);
    }
}
