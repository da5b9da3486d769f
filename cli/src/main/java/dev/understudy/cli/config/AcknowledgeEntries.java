package dev.understudy.cli.config;

import dev.understudy.plan.Acknowledgement;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The warnings that a configuration acknowledges. */
public final class AcknowledgeEntries {
    private AcknowledgeEntries() {}

    /** @throws UnderstudyException with {@code USAGE} for one without a warning or a reason */
    public static List<Acknowledgement> acknowledgements(List<Configuration.AcknowledgeEntry> entries) {
        List<Acknowledgement> known = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Configuration.AcknowledgeEntry told = entries.get(i);
            if (told == null || isMissing(told.warning()) || isMissing(told.reason())) {
                throw new UnderstudyException(
                        Problem.USAGE,
                        "acknowledge[%d] needs warning, the id that the plan shows, and reason: {warning: orphan-rows, at: \"ticket.*\", reason: \"old tickets, known\"}."
                                .formatted(i + 1));
            }
            known.add(new Acknowledgement(told.warning(), Objects.requireNonNullElse(told.at(), ""), told.reason()));
        }
        return known;
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
