package dev.understudy.privacy;

import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** P0 on everything that is under no audited subject: small or further subjects, and labels of lookup tables. */
public final class OtherTables {
    /** What stands in the place of a subject's name. */
    public static final String NAME = "other tables";

    private OtherTables() {}

    /**
     * A verdict of literal leakage only, so never INCONCLUSIVE; empty if there is nothing to search.
     *
     * @param audited subjects whose families are audited by a {@link PrivacySuite}
     * @param whole   true if all rows are there; of a sample nobody can say how many families refer to a label
     */
    public static Optional<PrivacyResult> result(
            AuditedRows rows, List<TableName> audited, boolean whole, PrivacySettings settings) {
        Set<TableName> subjects = Set.copyOf(audited);
        List<TableName> others = rows.columns().keySet().stream()
                .filter(table -> !subjects.contains(rows.graph().subjectOf(table)))
                .filter(table -> !rows.lookups().contains(table))
                .toList();
        List<TestResult> tests = new ArrayList<>(LiteralLeakage.results(rows, others, settings.k(), Map.of()));
        if (whole) {
            tests.addAll(new LookupLabels(rows, settings.k()).results());
        }
        if (tests.isEmpty()) {
            return Optional.empty();
        }
        Optional<TestResult> failed =
                tests.stream().filter(test -> test.verdict() == Verdict.FAIL).findFirst();
        return Optional.of(new PrivacyResult(
                NAME,
                failed.isPresent() ? Verdict.FAIL : Verdict.PASS,
                failed.map(test -> "P0: %s.".formatted(test.name()))
                        .orElse(
                                "No string or label was found that too few families share; nothing else is tested here."),
                0,
                0,
                0,
                tests,
                List.of(),
                List.of(),
                new PrivacyResult.Distances(0, new double[0], new double[0])));
    }
}
