package dev.understudy.report;

import dev.understudy.privacy.PrivacyResult;
import dev.understudy.privacy.TestResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What goes with synthetic data: a public part that may leave with them, and an internal part that describes the real data.
 *
 * @param publicPart   for whoever uses the data
 * @param internalPart for whoever answers for them
 */
public record ReleaseCard(Public publicPart, Internal internalPart) {
    private static final List<String> LIMITS = List.of(
            "The data are synthetic, not anonymous in the sense of a law and not differentially private.",
            "Attacks that nobody has thought of were not tried; a verdict holds for the attacks that are listed.",
            "Single rows mean nothing: no row stands for a real person, and none may be taken for one.");
    private static final String USE =
            "Development, tests and aggregate analysis. Not for decisions about single persons, and not for finding any.";
    private static final String EXPIRY = "Ends when the source changes its schema, or after 12 months.";

    /** @param fidelity overall scores by name */
    public record Public(
            ReleaseFacts facts,
            Map<String, Double> fidelity,
            List<Gate> gates,
            List<Protected> privacy,
            List<String> limits,
            String intendedUse,
            String expiry) {}

    /** A verdict with every statistic that led to it. */
    public record Protected(
            String subject, String verdict, int learned, int heldOut, List<TestResult> tests, List<String> controls) {}

    /** Real and synthetic rows by table, and what should be known of the real data. */
    public record Internal(Map<String, long[]> rows, List<Notice> notices, String report) {}

    public static ReleaseCard of(Report report, ReleaseFacts facts) {
        Map<String, Double> fidelity = new LinkedHashMap<>();
        fidelity.put("overall", report.scores().overall());
        fidelity.put("shapes", report.scores().shapes());
        fidelity.put("pairs", report.scores().pairs());
        fidelity.put("cardinality", report.scores().cardinality());
        fidelity.put("utility", report.utility());
        Map<String, long[]> rows = new LinkedHashMap<>();
        report.tables().forEach(table -> rows.put(table.name(), new long[] {table.realRows(), table.syntheticRows()}));
        return new ReleaseCard(
                new Public(
                        facts,
                        fidelity,
                        report.gates(),
                        report.privacy().stream().map(ReleaseCard::privacy).toList(),
                        LIMITS,
                        USE,
                        EXPIRY),
                new Internal(rows, report.notices(), "report.json"));
    }

    private static Protected privacy(PrivacyResult result) {
        return new Protected(
                result.subject(),
                result.verdict().name(),
                result.learned(),
                result.heldOut(),
                result.tests(),
                result.controls().stream()
                        .map(control -> "%s: %s (%s)"
                                .formatted(
                                        control.name(), control.said(), control.passed() ? "as it should" : "MISSED"))
                        .toList());
    }

    /** For people, in Markdown. */
    public List<String> markdown() {
        List<String> lines = new ArrayList<>();
        ReleaseFacts facts = publicPart.facts();
        lines.add("# Release card");
        lines.add("");
        lines.add("## Public part");
        lines.add("");
        lines.add("These data are synthetic. No row is that of a real person.");
        lines.add("");
        lines.add("- Made by Understudy %s%s%s"
                .formatted(
                        facts.version(),
                        facts.run().isEmpty() ? "" : ", run " + facts.run(),
                        facts.modelDigest().isEmpty() ? "" : ", model " + facts.modelDigest()));
        lines.add("- Source: %s%s"
                .formatted(facts.source(), facts.snapshot().isEmpty() ? "" : ", read " + facts.snapshot()));
        if (!facts.method().isEmpty()) {
            lines.add("- Method: " + facts.method());
        }
        lines.add("- Protected are families of: " + listed(facts.unit()));
        lines.add("- Tables of which rows or labels were kept: " + listed(facts.kept()));
        facts.protections().forEach(protection -> lines.add("- " + protection));
        lines.add("- Intended use: " + publicPart.intendedUse());
        lines.add("- Expiry: " + publicPart.expiry());
        lines.add("");
        lines.add("| gate | value | threshold | verdict |");
        lines.add("|---|---|---|---|");
        publicPart
                .gates()
                .forEach(gate -> lines.add("| %s | %s | %s | %s%s |"
                        .formatted(
                                gate.name(),
                                text(gate.value()),
                                text(gate.threshold()),
                                gate.verdict(),
                                gate.stops() ? ", stops" : "")));
        for (Protected one : publicPart.privacy()) {
            lines.add("");
            lines.add("### Families of %s: %s".formatted(one.subject(), one.verdict()));
            lines.add("");
            lines.add("| test | statistic | value | interval | n | threshold | verdict |");
            lines.add("|---|---|---|---|---|---|---|");
            one.tests()
                    .forEach(test -> lines.add("| %s | %s | %s | %s – %s | %d | %s | %s |"
                            .formatted(
                                    test.test(),
                                    test.name(),
                                    text(test.value()),
                                    text(test.low()),
                                    text(test.high()),
                                    test.n(),
                                    text(test.threshold()),
                                    test.verdict())));
            one.controls().forEach(control -> lines.add("- Control: " + control));
        }
        facts.rounds().forEach(round -> lines.add("- " + round));
        lines.add("");
        publicPart.limits().forEach(limit -> lines.add("- " + limit));
        lines.add("");
        lines.add("## Internal part: describes the real data, stays where they are");
        lines.add("");
        lines.add("| table | real rows | synthetic rows |");
        lines.add("|---|---|---|");
        internalPart.rows().forEach((table, rows) -> lines.add("| %s | %d | %d |".formatted(table, rows[0], rows[1])));
        internalPart
                .notices()
                .forEach(notice -> lines.add("- %s %s: %s".formatted(notice.id(), notice.object(), notice.text())));
        return lines;
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
