package dev.understudy.cli.output;

import dev.understudy.cli.config.Words;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedColumn;
import dev.understudy.plan.PlannedTable;
import java.util.ArrayList;
import java.util.List;

/** The columns whose meaning is recognised, for people. */
final class MeaningText {
    private MeaningText() {}

    /** A blank line, a title and a table; nothing if no meaning is recognised. */
    static List<String> lines(Plan plan, TableTitles titles) {
        TextTable table = new TextTable("column", "means", "sure", "evidence");
        for (PlannedTable one : plan.tables()) {
            for (PlannedColumn column : one.columns()) {
                table.add(
                        titles.of(one.name()) + "." + column.name(),
                        Words.of(column.meaning()),
                        "%.0f %%".formatted(100 * column.confidence()),
                        column.evidence());
            }
        }
        List<String> lines = new ArrayList<>();
        if (!table.isEmpty()) {
            lines.add("");
            lines.add("Columns whose meaning is recognised, from a sample of 2,000 rows a table");
            lines.addAll(table.lines("  "));
        }
        return lines;
    }
}
