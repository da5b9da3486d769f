package dev.understudy.cli.output;

import dev.understudy.plan.Plan;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.target.Outlook;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a target, for people. */
final class OutlookText {
    private OutlookText() {}

    static List<String> lines(Outlook outlook, Plan plan) {
        List<String> lines = new ArrayList<>();
        long held = outlook.held().values().stream().mapToLong(Long::longValue).sum();
        lines.add("  " + head(outlook, held));
        if (!outlook.paused().isEmpty()) {
            lines.add("  out of the way while rows come in, and put back: " + String.join(", ", outlook.paused()));
        }
        long counters = plan.schema().rowTables().stream()
                .filter(table -> plan.modes().get(table.name()).hasRows())
                .map(Table::columns)
                .flatMap(List::stream)
                .map(Column::filling)
                .filter(filling -> filling.counts())
                .count();
        if (counters > 0) {
            lines.add("  counters set past the highest key: " + counters);
        }
        return lines;
    }

    private static String head(Outlook outlook, long held) {
        String rows = Numbers.of(held, "row");
        return switch (outlook.situation()) {
            case FRESH ->
                outlook.made() ? "it is empty; all tables are made" : "it is empty; the migrations make the tables";
            case EMPTY -> "its tables are empty, and are filled";
            case CONTINUED ->
                outlook.made()
                        ? "an earlier run was cut off; what it made is dropped, with %s, and made again".formatted(rows)
                        : "an earlier run was cut off; its %s are taken out".formatted(rows);
            case REPLACED ->
                outlook.beside()
                        ? "%s are replaced: new tables come in beside the old ones, which are dropped after the exchange"
                                .formatted(rows)
                        : "%s are replaced inside their tables, in one transaction".formatted(rows);
        };
    }
}
