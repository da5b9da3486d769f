package dev.understudy.generate;

import dev.understudy.data.Storage;
import dev.understudy.data.Units;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.rule.Expression;
import java.math.RoundingMode;
import java.util.List;

/** A column that the database will compute, computed beforehand, because a link has to agree with it. */
record ComputedCell(GeneratedTable table, Column column, Expression from) implements Cell {
    private Object value(Block block, int row) {
        return from.value(
                RuleRow.ofWhole(table, List.of(), ParentRows.NONE, block).at(row));
    }

    @Override
    public boolean isNull(Block block, int row) {
        return value(block, row) == null;
    }

    @Override
    public long number(Block block, int row) {
        Long number = Units.of(column.type(), decimals()).number(value(block, row), RoundingMode.HALF_UP);
        return number == null ? 0 : number;
    }

    @Override
    public String text(Block block, int row) {
        return String.valueOf(value(block, row));
    }

    @Override
    public long hash(Block block, int row) {
        return Storage.of(column.type()) == Storage.TEXT ? Draws.hash(text(block, row)) : number(block, row);
    }
}
