package dev.understudy.generate;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps rules over links whose targets are chosen last, once they are: a row that breaks one gets another target, or other
 * values in columns that no key rests on. A row cannot go any more, since others may point at it.
 */
final class LateRules {
    private final GeneratedTable table;
    private final List<Reference> links;
    private final ParentRows parents;
    private final List<Rule> rules;
    private final List<List<Knob>> knobs;

    private LateRules(
            GeneratedTable table, List<Reference> links, ParentRows parents, List<Rule> rules, List<List<Knob>> knobs) {
        this.table = table;
        this.links = links;
        this.parents = parents;
        this.rules = rules;
        this.knobs = knobs;
    }

    /** @param pointedAt links that point at the table */
    static LateRules of(GeneratedTable table, List<Reference> links, ParentRows parents, List<ForeignKey> pointedAt) {
        Set<Integer> late = new HashSet<>();
        Set<String> lateLinks = new HashSet<>();
        for (int c = 0; c < table.schema().columns().size(); c++) {
            for (int r = 0; r < links.size(); r++) {
                boolean last = links.get(r).kind().isChosenLast();
                if (last) {
                    lateLinks.add(links.get(r).model().link());
                }
                if (last && table.model().fills().get(c).follows(r)) {
                    late.add(c);
                }
            }
        }
        List<Rule> all = CheckedRows.known(table);
        boolean any = all.stream().anyMatch(rule -> looksAt(rule, late) || looksAlong(rule, lateLinks));
        Set<Integer> fixed = fixed(table, pointedAt);
        fixed.removeAll(late);
        Knobs of = new Knobs(table, links, true);
        return !any
                ? new LateRules(table, links, parents, List.of(), List.of())
                : new LateRules(
                        table,
                        links,
                        parents,
                        all,
                        all.stream()
                                .map(rule -> of.of(rule.condition()).stream()
                                        .filter(knob -> !fixed.contains(knob.column()))
                                        .toList())
                                .toList());
    }

    private static boolean looksAt(Rule rule, Set<Integer> columns) {
        return rule.condition().columns().stream().map(ColumnReference::column).anyMatch(columns::contains);
    }

    private static boolean looksAlong(Rule rule, Set<String> links) {
        return rule.condition().parentColumns().stream()
                .anyMatch(column -> links.contains(column.links().get(0)));
    }

    /** Columns of keys, of other links, and those that children hold. */
    static Set<Integer> fixed(GeneratedTable table, List<ForeignKey> pointedAt) {
        Set<Integer> fixed = new HashSet<>();
        table.schema().keys().forEach(key -> key.columns().forEach(name -> fixed.add(table.column(name))));
        table.model().keys().forEach(key -> key.columns().forEach(column -> fixed.add(column.column())));
        pointedAt.forEach(link -> link.parentColumns().forEach(name -> fixed.add(table.column(name))));
        return fixed;
    }

    /** @param block in which every link has its target */
    void mend(Block block) {
        if (rules.isEmpty()) {
            return;
        }
        RuleRow row = RuleRow.ofWhole(table, links, parents, block);
        RuleSearch search = new RuleSearch(row, rules, knobs, table.draws().at("late rules"));
        for (int i = 0; i < block.rows(); i++) {
            row.at(i);
            boolean kept = table.model().keptRows().isKept((int) (block.firstRow() + i));
            if (!kept && !rules.stream().allMatch(rule -> rule.isKeptBy(row))) {
                search.find();
            }
        }
    }
}
