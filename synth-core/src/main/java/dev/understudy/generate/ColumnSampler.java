package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Echo;
import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import dev.understudy.random.Draws;

/** Draws one column of a cascade for some rows of a block. Immutable; may serve several threads. */
final class ColumnSampler {
    /** Cells that are tried until one has a number that will do. */
    private static final int CELLS = 8;

    private static final long LOWEST = Long.MIN_VALUE;
    private static final long HIGHEST = Long.MAX_VALUE;

    private final int index;
    private final CascadeColumn column;
    private final DrawnValues values;
    private final ForestDraw forest;
    private final RelativeDraw[] relatives;
    private final ForestDraw[] echoForests;
    private final RestSampler rest;
    private final boolean needsPrevious;

    /**
     * @param byQuota true for counts, whose histogram is to match at any scale, and for what nothing else tells
     * @param slots   of the table's forests
     * @param counts  told of all draws
     */
    ColumnSampler(
            int index, CascadeColumn column, Draws table, boolean byQuota, FeatureSlots slots, DrawCounts counts) {
        this.index = index;
        this.column = column;
        Draws draws = table.at(column.name());
        Draws codes = draws.at("code");
        this.values = new DrawnValues(index, column, draws);
        this.forest = new ForestDraw(column.forest(), slots, codes, byQuota, counts);
        this.relatives = column.relatives().stream()
                .map(relative -> new RelativeDraw(
                        column, relative, new ForestDraw(relative.forest(), slots, codes, byQuota, counts), values))
                .toArray(RelativeDraw[]::new);
        this.echoForests = column.echoes().stream()
                .map(echo -> new ForestDraw(echo.forest(), slots, codes, byQuota, counts))
                .toArray(ForestDraw[]::new);
        this.rest =
                column.rests().isEmpty() ? null : new RestSampler(column.rests().get(0), index, values.cells());
        this.needsPrevious = needsPrevious(column);
    }

    /** True if other columns of the row tell the number, exactly. */
    boolean isWorkedOut() {
        return column.relatives().size() == 1
                && column.relatives().get(0).isExact()
                && column.relatives().get(0).forest().features().isEmpty();
    }

    /** True if a draw looks at siblings before. */
    boolean needsPrevious() {
        return needsPrevious;
    }

    private static boolean needsPrevious(CascadeColumn column) {
        return !column.rests().isEmpty()
                || looksBack(column.forest())
                || column.relatives().stream()
                        .anyMatch(relative -> looksBack(relative.forest()) || relative.looksBack())
                || column.echoes().stream()
                        .anyMatch(
                                echo -> looksBack(echo.forest()) || echo.base().looksBack());
    }

    private static boolean looksBack(Forest forest) {
        return forest.features().stream().anyMatch(Feature::looksBack);
    }

    /** Draws one row anew. @param attempt from 1; another number gives another draw */
    void redraw(Block block, FeatureView view, int row, int attempt) {
        redraw(block, view, new int[] {row}, attempt);
    }

    /** Draws some rows anew. @param attempt from 1; another number gives another draw */
    void redraw(Block block, FeatureView view, int[] rows, int attempt) {
        draw(block, view, rows, attempt);
    }

    /** @param rows rows to draw. What they depend on has been drawn. */
    void draw(Block block, FeatureView view, int[] rows) {
        draw(block, view, rows, 0);
    }

    private void draw(Block block, FeatureView view, int[] all, int attempt) {
        values.open(block);
        if (rest != null) {
            rest.work(block, all, all.length);
            return;
        }
        SomeRows left = SomeRows.all(all);
        for (int r = 0; r < relatives.length && left.n() > 0; r++) {
            BaseNumbers base = BaseNumbers.of(column.relatives().get(r).base(), view, left.rows(), left.n());
            SomeRows with = left.where(base.missing(), false);
            drawWithin(relatives[r], block, view, with, base.numbers(with.n()), attempt);
            left = left.where(base.missing(), true);
        }
        for (int e = 0; e < echoForests.length && left.n() > 0; e++) {
            left = drawEcho(column.echoes().get(e), echoForests[e], block, view, left, attempt);
        }
        if (left.n() > 0) {
            drawAbsolute(block, view, left, attempt);
            Bounds.keep(column, index, block, view, left.rows(), left.n());
        }
    }

    private void drawWithin(
            RelativeDraw relative, Block block, FeatureView view, SomeRows rows, long[] base, int attempt) {
        // Bounds are looked up once where all rows find their room.
        if (rows.n() > 0 && !relative.draw(block, view, rows, base, attempt)) {
            Bounds.keep(column, index, block, view, rows.rows(), rows.n());
        }
    }

    /** @return rows that have nothing to repeat */
    private SomeRows drawEcho(Echo echo, ForestDraw drawn, Block block, FeatureView view, SomeRows left, int attempt) {
        boolean[] there = new boolean[left.n()];
        int[] same = new int[left.n()];
        int many = 0;
        for (int i = 0; i < left.n(); i++) {
            int code = echo.code(view.code(echo.base(), left.rows()[i]));
            there[i] = code != Codec.NULL;
            same[many] = code;
            many += there[i] ? 1 : 0;
        }
        if (many > 0) {
            SomeRows with = left.where(there, true);
            int[] codes = drawn.codes(block, view, with, attempt);
            for (int i = 0; i < many; i++) {
                boolean repeats = codes[i] == column.codec().codes();
                values.set(block, with.rows()[i], repeats ? same[i] : codes[i], attempt);
            }
            Bounds.keep(column, index, block, view, with.rows(), many);
        }
        return left.where(there, false);
    }

    private void drawAbsolute(Block block, FeatureView view, SomeRows rows, int attempt) {
        if (forest.isEmpty()) {
            return;
        }
        int[] codes = forest.codes(block, view, rows, attempt);
        // What is told from nothing else may break a bound by chance: it is moved there then, which changes it least.
        Room room = column.spacing() > 0
                ? Room.of(column, LOWEST, HIGHEST, block, view, rows.rows(), rows.n(), null)
                : null;
        values.set(block, rows, codes, attempt);
        for (int i = 0; i < codes.length && room != null; i++) {
            int row = rows.rows()[i];
            for (int other = 1; other < CELLS && isAbove(block, row, room.highs()[i]); other++) {
                int redraw = attempt + CELLS * other;
                values.set(block, row, forest.code(block, view, row, redraw), redraw);
            }
        }
    }

    private boolean isAbove(Block block, int row, long highest) {
        return block.codes[index][row] != Codec.NULL && block.values[index][row] > highest;
    }
}
