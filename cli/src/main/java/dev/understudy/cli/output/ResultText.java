package dev.understudy.cli.output;

import dev.understudy.job.RunResult;
import dev.understudy.job.TableResult;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The result of a run for people. */
public final class ResultText {
    private ResultText() {}

    /** @param loaded true if the run filled or checked a target */
    public static List<String> lines(RunResult result, boolean loaded) {
        List<String> lines = new ArrayList<>(tables(result, loaded));
        lines.addAll(WarningText.lines(result.warnings(), List.of()));
        if (result.isViolated()) {
            lines.add("");
            lines.add("Broken constraints");
            result.violations()
                    .forEach(broken -> lines.add("  %s %s: %s"
                            .formatted(
                                    broken.kind(),
                                    broken.object(),
                                    broken.rows() == 0
                                            ? "refused by the database"
                                            : Numbers.of(broken.rows(), "row"))));
        }
        result.judged().ifPresent(judged -> lines.addAll(ReportText.verdicts(judged.report())));
        lines.add("");
        lines.add(result.isStopped() ? stopped(result) : summary(result, loaded));
        return lines;
    }

    private static List<String> tables(RunResult result, boolean loaded) {
        boolean one = result.tables().stream()
                        .map(TableResult::name)
                        .map(TableName::schema)
                        .distinct()
                        .count()
                <= 1;
        TextTable table = loaded
                ? new TextTable("table", "mode", ">source rows", ">target rows", ">speed")
                : new TextTable("table", "mode", ">source rows");
        for (TableResult row : result.tables()) {
            String name = one ? row.name().name() : row.name().toString();
            if (loaded) {
                table.add(
                        name,
                        row.mode(),
                        Numbers.count(row.sourceRows()),
                        Numbers.count(row.targetRows()),
                        row.rowsPerSecond() == 0 ? "" : Numbers.rate(row.rowsPerSecond()));
            } else {
                table.add(name, row.mode(), Numbers.count(row.sourceRows()));
            }
        }
        return table.lines("");
    }

    private static String stopped(RunResult result) {
        return "A gate FAILED, so nothing was written into the target, in %s. Model: %s."
                .formatted(Numbers.seconds(result.seconds().getOrDefault("total", 0.0)), result.model());
    }

    private static String summary(RunResult result, boolean loaded) {
        Map<String, Double> seconds = result.seconds();
        String phases = seconds.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("total"))
                .map(entry -> entry.getKey() + " " + Numbers.seconds(entry.getValue()))
                .collect(Collectors.joining(", "));
        String time = "in %s (%s)".formatted(Numbers.seconds(seconds.getOrDefault("total", 0.0)), phases);
        String model = result.model().isEmpty() ? "" : " Model: " + result.model() + ".";
        if (!loaded) {
            return "Learned %s %s.%s".formatted(Numbers.of(result.tables().size(), "table"), time, model);
        }
        long rows = result.tables().stream().mapToLong(TableResult::targetRows).sum();
        return "%s in %s, %s checked, %s, %s.%s"
                .formatted(
                        Numbers.of(rows, "row"),
                        Numbers.of(result.tables().size(), "table"),
                        Numbers.of(result.checked(), "constraint"),
                        result.isViolated()
                                ? Numbers.of(result.violations().size(), "constraint") + " BROKEN"
                                : "all hold",
                        time,
                        model);
    }
}
