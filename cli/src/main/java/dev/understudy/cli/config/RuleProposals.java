package dev.understudy.cli.config;

import dev.understudy.found.FoundDependency;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rules that rows keep though nobody declares them, as comments of a configuration. What a few rows break is no rule to take in. */
final class RuleProposals {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$. <>=+*()]*");

    private RuleProposals() {}

    /** Lines of a new file. */
    static List<String> lines(List<FoundDependency> found) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "# Rules that no constraint says and all rows keep. Take in what is no accident: every new row keeps it then,",
                "# and verify asks for it."));
        List<String> entries = news(found, "");
        lines.add(entries.isEmpty() ? "# None was found." : "# rules:");
        lines.addAll(entries);
        found.stream()
                .filter(one -> one.kind().isRule() && !one.holds())
                .map(one -> "# Nearly kept, perhaps by mistake: %s    # %s".formatted(one.text(), evidence(one)))
                .forEach(lines::add);
        return lines;
    }

    /** @param known text of an earlier file without blanks; what it mentions is left out */
    static List<String> news(List<FoundDependency> found, String known) {
        return found.stream()
                .filter(one -> one.kind().isRule() && one.holds())
                .filter(one -> !known.contains(one.text().replaceAll("\\s", "")))
                .map(one -> "#   - %s    # %s".formatted(scalar(one.text()), evidence(one)))
                .toList();
    }

    private static String evidence(FoundDependency one) {
        return "%,d rows%s, %,d violations"
                .formatted(one.rows(), one.sampled() ? " of a sample" : "", one.violations());
    }

    private static String scalar(String rule) {
        return PLAIN.matcher(rule).matches() ? rule : ConfigurationText.quoted(rule);
    }
}
