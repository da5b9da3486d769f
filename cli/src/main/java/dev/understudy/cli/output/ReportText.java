package dev.understudy.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.privacy.PrivacyResult;
import dev.understudy.privacy.TestResult;
import dev.understudy.privacy.Verdict;
import dev.understudy.report.Gate;
import dev.understudy.report.Notice;
import dev.understudy.report.Report;
import dev.understudy.report.ReportFiles;
import dev.understudy.report.ReportJson;
import dev.understudy.report.Scores;
import dev.understudy.report.TableReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report in the terminal: scores beside their floor, verdicts, gates. */
public final class ReportText {
    private static final int MOST_TABLES = 40;
    private static final int MOST_NOTICES = 15;

    private ReportText() {}

    public static List<String> lines(Report report, Path folder) {
        List<String> lines = new ArrayList<>();
        TextTable table = new TextTable(
                "table", ">real rows", ">synthetic", ">shapes", ">pairs", ">fan-out", ">1-hop", ">C2ST", ">C2ST-Agg");
        report.tables().stream().limit(MOST_TABLES).forEach(one -> table.add(row(one)));
        lines.addAll(table.lines(""));
        if (report.tables().size() > MOST_TABLES) {
            lines.add("… and %d more tables".formatted(report.tables().size() - MOST_TABLES));
        }
        lines.add("");
        lines.add("Each score stands before its floor, the score of one half of the real rows against the other.");
        lines.add("");
        lines.addAll(verdicts(report).subList(1, verdicts(report).size()));
        notices(lines, report.notices());
        lines.add("");
        lines.add("%s, in %s".formatted(folder.resolve(ReportFiles.PAGE), seconds(report.seconds())));
        return lines;
    }

    /** An empty line, then scores, verdicts and gates. */
    static List<String> verdicts(Report report) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.add("Fidelity %s (floor %s), utility %s, error of aggregate queries %s (floor %s)"
                .formatted(
                        number(report.scores().overall()),
                        number(report.floor().overall()),
                        number(report.utility()),
                        number(report.workload().median()),
                        number(report.workloadFloor().median())));
        for (PrivacyResult privacy : report.privacy()) {
            lines.add("Privacy of the families of %s: %s. %s"
                    .formatted(privacy.subject(), privacy.verdict(), privacy.reason()));
            privacy.tests().stream()
                    .filter(test -> test.verdict() == Verdict.FAIL)
                    .limit(5)
                    .forEach(test -> lines.add("  " + failed(test)));
        }
        for (Gate gate : report.gates()) {
            lines.add("Gate %s: %s%s"
                    .formatted(
                            gate.name(),
                            gate.verdict(),
                            Double.isNaN(gate.threshold())
                                    ? gate.stops() ? ", stops" : ""
                                    : ", %s where %s was asked for"
                                            .formatted(number(gate.value()), number(gate.threshold()))));
        }
        return lines;
    }

    private static String failed(TestResult test) {
        return "%s %s: %s%s"
                .formatted(
                        test.test(),
                        test.name(),
                        number(test.value()),
                        test.note().isEmpty() ? "" : "; " + test.note());
    }

    /** What should be known, warnings of a kind after each other. */
    private static void notices(List<String> lines, List<Notice> notices) {
        if (!notices.isEmpty()) {
            lines.add("");
            lines.add("To be known");
            notices.stream()
                    .limit(MOST_NOTICES)
                    .forEach(notice -> lines.add("  %s %s: %s".formatted(notice.id(), notice.object(), notice.text())));
            if (notices.size() > MOST_NOTICES) {
                lines.add("  … and %d more".formatted(notices.size() - MOST_NOTICES));
            }
        }
    }

    private static String[] row(TableReport table) {
        Scores scores = table.scores();
        Scores floor = table.floor();
        return new String[] {
            table.name().substring(table.name().lastIndexOf('.') + 1),
            Numbers.count(table.realRows()),
            Numbers.count(table.syntheticRows()),
            pair(scores.shapes(), floor.shapes()),
            pair(scores.pairs(), floor.pairs()),
            pair(scores.cardinality(), floor.cardinality()),
            pair(scores.oneHop(), floor.oneHop()),
            pair(scores.detection(), floor.detection()),
            pair(scores.aggregated(), floor.aggregated())
        };
    }

    private static String pair(double score, double floor) {
        return Double.isNaN(score)
                ? "–"
                : String.format(Locale.ROOT, "%.2f", score)
                        + (Double.isNaN(floor) ? "" : String.format(Locale.ROOT, "/%.2f", floor));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String seconds(Map<String, Double> seconds) {
        return Numbers.seconds(seconds.getOrDefault("total", 0.0));
    }

    /** One object; the whole report stands in the folder. */
    public static String json(Report report, Path folder) {
        ObjectNode json = Json.object();
        json.put("status", report.isStopped() ? "gate-failed" : "done");
        json.put("real", report.real());
        json.put("synthetic", report.synthetic());
        json.set("seconds", ReportJson.tree(report.seconds()));
        json.set("samples", ReportJson.tree(report.samples()));
        json.set("scores", ReportJson.tree(report.scores()));
        json.set("floor", ReportJson.tree(report.floor()));
        json.set("utility", ReportJson.tree(report.utility()));
        ArrayNode tables = json.putArray("tables");
        for (TableReport table : report.tables()) {
            ObjectNode row = tables.addObject();
            row.put("name", table.name());
            Json.rows(row, "realRows", table.realRows());
            Json.rows(row, "syntheticRows", table.syntheticRows());
            row.set("scores", ReportJson.tree(table.scores()));
            row.set("floor", ReportJson.tree(table.floor()));
        }
        ArrayNode privacy = json.putArray("privacy");
        for (PrivacyResult result : report.privacy()) {
            ObjectNode row = privacy.addObject();
            row.put("subject", result.subject());
            row.put("verdict", result.verdict().name());
            row.put("reason", result.reason());
            ObjectNode tests = row.putObject("tests");
            for (int i = 0; i <= 6; i++) {
                tests.put("P" + i, result.verdictOf("P" + i).name());
            }
        }
        gates(json, report);
        ArrayNode warnings = json.putArray("warnings");
        for (Notice notice : report.notices()) {
            ObjectNode row = warnings.addObject();
            row.put("id", notice.id());
            row.put("object", notice.object());
            row.put("text", notice.text());
        }
        json.put("report", folder.resolve("report.json").toString());
        return Json.text(json);
    }

    /** Adds {@code gates}, as every result has them. */
    static void gates(ObjectNode json, Report report) {
        ArrayNode gates = json.putArray("gates");
        for (Gate gate : report.gates()) {
            ObjectNode row = gates.addObject();
            row.put("name", gate.name());
            row.set("value", ReportJson.tree(gate.value()));
            row.set("threshold", ReportJson.tree(gate.threshold()));
            row.put("verdict", gate.verdict().name());
        }
    }
}
