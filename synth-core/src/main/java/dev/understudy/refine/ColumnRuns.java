package dev.understudy.refine;

import dev.understudy.model.FanOut;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.TableModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which columns of a cascade may be drawn again together. */
final class ColumnRuns {
    private ColumnRuns() {}

    /** Columns from one place to before another. */
    record Run(int from, int to) {}

    /**
     * What decides references or keeps rows apart is drawn once, and so are counts of children, whose sum is to hold; what is drawn
     * before the counts is therefore judged without them, and what comes after by itself.
     */
    static List<Run> of(TableModel table) {
        BitSet once = new BitSet();
        once.set(0, Math.max(table.prefix(), table.combinations().drawn()));
        table.fanOuts().stream().mapToInt(FanOut::column).forEach(once::set);
        for (int c = 0; c < table.cascade().size(); c++) {
            String name = table.cascade().get(c).name();
            if (ReferenceModel.isDegree(name) || ReferenceModel.isEffect(name)) {
                once.set(c);
            }
        }
        List<Run> runs = new ArrayList<>();
        int from = once.nextClearBit(0);
        while (from < table.cascade().size()) {
            int next = once.nextSetBit(from);
            int to = next < 0 ? table.cascade().size() : next;
            runs.add(new Run(from, to));
            from = once.nextClearBit(to);
        }
        return runs;
    }
}
