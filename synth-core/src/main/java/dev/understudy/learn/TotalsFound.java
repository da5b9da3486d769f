package dev.understudy.learn;

import dev.understudy.model.ColumnFill;
import dev.understudy.model.TableMode;
import dev.understudy.model.Total;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All columns of a table that follow from its children, those first that need no other number of the row. */
final class TotalsFound {
    private final TableContext context;
    private final Table table;
    private final List<NumberedColumn> own;
    private final List<Total> found = new ArrayList<>();

    private TotalsFound(TableContext context, TableName name) {
        this.context = context;
        this.table = context.table(name);
        this.own = numbers(name, false);
    }

    /** @return totals over children of owning links; a column has at most one */
    static List<Total> of(TableContext context, TableName name) {
        if (context.mode(name) != TableMode.SYNTHESIZE) {
            return List.of();
        }
        TotalsFound search = new TotalsFound(context, name);
        for (ForeignKey link : context.schema().foreignKeysTo(name)) {
            boolean owns = context.samples().containsKey(link.child())
                    && context.owning(link.child()).filter(link::equals).isPresent();
            if (owns && context.mode(link.child()) == TableMode.SYNTHESIZE) {
                search.declared(link.child());
                search.over(link.child());
            }
        }
        return search.found.stream()
                .filter(total -> total.beside().stream().noneMatch(beside -> search.isTold(beside.column())))
                .sorted((a, b) ->
                        Boolean.compare(!a.beside().isEmpty(), !b.beside().isEmpty()))
                .toList();
    }

    /** What the operator says, whether the source keeps it or not. */
    private void declared(TableName child) {
        List<String> ofChild =
                numbers(child, true).stream().map(NumberedColumn::name).toList();
        context.declaredTotals(table.name()).stream()
                .filter(total -> total.child().equals(child) && !isTold(total.column()))
                .filter(total -> own.stream().anyMatch(column -> column.name().equals(total.column())))
                .filter(total -> total.factors().stream().allMatch(factor -> ofChild.contains(factor.column())))
                .forEach(found::add);
    }

    private void over(TableName child) {
        TableSample rows = context.samples().get(child);
        Siblings siblings = new Siblings(
                child, rows.owner(), context.samples().get(table.name()).rows());
        List<NumberedColumn> numbers = numbers(child, true);
        for (NumberedColumn goal : own) {
            if (isTold(goal.name())) {
                continue;
            }
            List<NumberedColumn> beside = own.stream()
                    .filter(column -> !column.equals(goal) && !column.isMoment())
                    .filter(column -> column.decimals() <= goal.decimals() && !isTold(column.name()))
                    .toList();
            Optional<Total> total = new TotalFinder(goal, beside, siblings, numbers).find();
            total.filter(one -> one.beside().isEmpty() || !isSaid(one)).ifPresent(found::add);
        }
    }

    private boolean isTold(String column) {
        return found.stream().anyMatch(total -> total.column().equals(column));
    }

    /** The total with tax of a row that has the total without: the row itself tells it. */
    private boolean isSaid(Total total) {
        return found.stream()
                .anyMatch(other -> other.beside().isEmpty()
                        && other.child().equals(total.child())
                        && other.function() == total.function()
                        && other.factors().equals(total.factors()));
    }

    /** Numbers that the cascade draws, and line numbers of children. */
    private List<NumberedColumn> numbers(TableName name, boolean lines) {
        Table of = context.table(name);
        TableSample sample = context.samples().get(name);
        FillChooser chooser = context.chooser(name);
        Set<String> keys =
                of.keys().stream().flatMap(key -> key.columns().stream()).collect(Collectors.toSet());
        List<NumberedColumn> numbers = new ArrayList<>();
        for (Column column : of.columns()) {
            Optional<ColumnFill> fill = chooser.withoutCascade(column);
            boolean drawn = fill.isEmpty() && (lines || !keys.contains(column.name()));
            boolean line = lines && fill.orElse(null) instanceof ColumnFill.Position;
            if ((drawn || line) && NumberedColumn.isOne(column, sample.column(column.name()))) {
                numbers.add(NumberedColumn.of(column, (NumberSample) sample.column(column.name())));
            }
        }
        return numbers;
    }
}
