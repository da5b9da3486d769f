package dev.understudy.generate;

import dev.understudy.model.KeptRows;
import dev.understudy.random.Draws;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keeps the rules of one table: a row that breaks one is drawn anew in the columns of the rule, then repaired, then dropped.
 * Rows that stay as they are in the source are not touched. Serves several threads.
 */
final class CheckedRows implements RowRules {
    /** Draws of the column that nothing depends on, before all columns of a rule are drawn. */
    private static final int SINGLE_DRAWS = 4;

    private static final int ALL_DRAWS = 12;
    private static final int REPAIRS = 4;

    private final GeneratedTable table;
    private final List<Reference> links;
    private final ParentRows parents;
    private final List<Rule> rules;
    private final Knobs knobs;
    private final List<List<Knob>> knobsOf = new ArrayList<>();
    private final Draws draws;

    private CheckedRows(GeneratedTable table, List<Reference> links, ParentRows parents, List<Rule> rules) {
        this.table = table;
        this.links = links;
        this.parents = parents;
        this.rules = rules;
        this.knobs = new Knobs(table, links);
        this.draws = table.draws().at("rules");
        rules.forEach(rule -> knobsOf.add(knobs.of(rule.condition())));
    }

    /** Rules of a table, as far as they can be judged before its rows are written. */
    static RowRules of(GeneratedTable table, List<Reference> links, ParentRows parents) {
        List<Rule> known = known(table);
        return known.isEmpty() ? NONE : new CheckedRows(table, links, parents, known);
    }

    /** Rules over nothing but what is written. */
    static List<Rule> known(GeneratedTable table) {
        return table.model().rules().stream()
                .filter(rule -> rule.condition().columns().stream().allMatch(column -> isWritten(table, column)))
                .toList();
    }

    /** False for what the database itself makes. */
    private static boolean isWritten(GeneratedTable table, ColumnReference column) {
        return table.model().fills().get(column.column()).isWritten();
    }

    @Override
    public void mend(Block block, Redraw redraw) {
        RuleRow view = new RuleRow(table, links, parents, block);
        RuleRepair repair = new RuleRepair(view, knobs, () -> broken(view), draws);
        RuleSearch search = new RuleSearch(view, rules, knobsOf, draws);
        for (int row = 0; row < block.rows(); row++) {
            view.at(row);
            if (!keepsAll(view) && !isKept(block, row) && !redrawn(view, redraw)) {
                repaired(view, repair);
                if (!keepsAll(view)) {
                    search.find();
                }
            }
        }
    }

    private boolean keepsAll(RuleRow view) {
        for (Rule rule : rules) {
            if (!rule.isKeptBy(view)) {
                return false;
            }
        }
        return true;
    }

    private int broken(RuleRow view) {
        int broken = 0;
        for (Rule rule : rules) {
            broken += rule.isKeptBy(view) ? 0 : 1;
        }
        return broken;
    }

    private boolean isKept(Block block, int row) {
        KeptRows kept = table.model().keptRows();
        return kept.rows() > 0 && kept.isKept((int) (block.firstRow() + row));
    }

    private boolean redrawn(RuleRow view, Redraw redraw) {
        for (int attempt = 1; attempt <= ALL_DRAWS; attempt++) {
            SortedSet<Integer> columns = new TreeSet<>();
            for (int r = 0; r < rules.size(); r++) {
                if (!rules.get(r).isKeptBy(view)) {
                    knobsOf.get(r).stream()
                            .map(Knob::drawn)
                            .filter(drawn -> drawn >= 0)
                            .limit(attempt <= SINGLE_DRAWS ? 1 : Integer.MAX_VALUE)
                            .forEach(columns::add);
                }
            }
            for (int column : columns) {
                view.block().give(column, view.row(), false);
                view.block().giveText(column, view.row(), null);
                redraw.draw(column, view.row(), attempt);
            }
            if (columns.isEmpty() || keepsAll(view)) {
                break;
            }
        }
        return keepsAll(view);
    }

    private void repaired(RuleRow view, RuleRepair repair) {
        for (int round = 0; round < REPAIRS && !keepsAll(view); round++) {
            for (Rule rule : rules) {
                if (!rule.isKeptBy(view)) {
                    repair.repair(rule.condition(), round);
                }
            }
        }
    }

    @Override
    public boolean accepts(Block block, int row) {
        return keepsAll(new RuleRow(table, links, parents, block).at(row));
    }

    @Override
    public void check(Block block, boolean[] failed) {
        // Where rows keep their numbers, none may go; verifying the target tells.
        if (table.model().mode().keepsRows()) {
            return;
        }
        RuleRow view = new RuleRow(table, links, parents, block);
        for (int row = 0; row < block.rows(); row++) {
            if (!failed[row] && !keepsAll(view.at(row))) {
                failed[row] = true;
            }
        }
    }
}
