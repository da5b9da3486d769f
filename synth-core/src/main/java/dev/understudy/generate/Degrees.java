package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.ReferenceModel;
import dev.understudy.schema.ForeignKey;
import java.util.Arrays;
import java.util.List;

/**
 * How often each row of a target is to be pointed at over one link, as one of its own columns says.
 *
 * @param column of the target's cascade; -1 if none says it, so that all rows count alike
 * @param most   the highest degree of any row; the highest number there is if none says it
 */
record Degrees(int column, long most) {
    static Degrees of(ForeignKey link, List<CascadeColumn> target) {
        String name = ReferenceModel.degreeColumn(link);
        for (int c = 0; c < target.size(); c++) {
            if (target.get(c).name().equals(name) && target.get(c).codec().codes() > 1) {
                NumberCodec degrees = (NumberCodec) target.get(c).codec();
                return new Degrees(c, Arrays.stream(degrees.highs()).max().orElse(0));
            }
        }
        return new Degrees(-1, Long.MAX_VALUE);
    }

    /** The degree of a row of the target, at least 0. @param unknown that of a row of which it is not known */
    long of(Block block, int row, long unknown) {
        if (column < 0) {
            return 1;
        }
        return Math.max(0, block.isNull(column, row) ? unknown : block.values[column][row]);
    }
}
