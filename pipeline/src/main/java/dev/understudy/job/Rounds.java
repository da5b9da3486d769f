package dev.understudy.job;

import dev.understudy.learn.LearnSettings;
import dev.understudy.privacy.Verdict;
import dev.understudy.report.Gate;
import dev.understudy.report.Report;
import dev.understudy.report.TableReport;
import java.util.Locale;

/** What the next round of learning does otherwise. */
final class Rounds {
    private static final double COLLAPSED = 0.5;
    private static final int MOST_K = 1000;

    private Rounds() {}

    /** True if learning otherwise may cure what stopped the release. More rounds never cure too few families. */
    static boolean isCurable(Report report) {
        return report.gates().stream().anyMatch(gate -> gate.stops() && gate.verdict() == Verdict.FAIL);
    }

    /** Privacy that fails asks for more shrinkage; fidelity or utility for more capacity. */
    static LearnSettings next(LearnSettings before, Report report) {
        boolean leaks = report.gates().stream()
                .anyMatch(gate -> gate.stops() && gate.name().equals("privacy"));
        return leaks
                ? before.withK(Math.min(MOST_K, before.k() + before.k() / 2))
                        .with(before.capacity().coarser())
                : before.with(before.capacity().larger());
    }

    /** One line for the log and the release card. */
    static String line(int round, LearnSettings settings, Report report) {
        StringBuilder text = new StringBuilder("round %d (k %d, leaves of %d rows, depth %d, %d trees):"
                .formatted(
                        round,
                        settings.k(),
                        settings.capacity().leafRows(),
                        settings.capacity().depth(),
                        settings.capacity().trees()));
        for (Gate gate : report.gates()) {
            text.append(
                    Double.isNaN(gate.value())
                            ? " %s %s,".formatted(gate.name(), gate.verdict())
                            : String.format(Locale.ROOT, " %s %.3f %s,", gate.name(), gate.value(), gate.verdict()));
        }
        text.setLength(text.length() - 1);
        long collapsed = report.tables().stream().filter(Rounds::isCollapsed).count();
        return collapsed == 0 ? text.toString() : text + "; %d tables lost labels".formatted(collapsed);
    }

    /** True if a column lost half of its labels: capacity will not bring them back, but it is said. */
    private static boolean isCollapsed(TableReport table) {
        return table.columns().stream().anyMatch(column -> column.scores().coverage() < COLLAPSED);
    }
}
