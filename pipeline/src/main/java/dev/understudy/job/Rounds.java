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
                ? with(
                        before,
                        Math.min(1000, before.k() + before.k() / 2),
                        before.trees(),
                        before.leafRows() * 2,
                        Math.max(4, before.depth() - 2),
                        before.features())
                : with(
                        before,
                        before.k(),
                        Math.min(64, before.trees() * 3 / 2),
                        Math.max(5, before.leafRows() * 2 / 3),
                        Math.min(20, before.depth() + 2),
                        Math.min(64, before.features() * 3 / 2));
    }

    private static LearnSettings with(LearnSettings s, int k, int trees, int leafRows, int depth, int features) {
        return new LearnSettings(
                k,
                trees,
                leafRows,
                depth,
                s.leaves(),
                features,
                s.sampleRows(),
                s.trainingRows(),
                s.seed(),
                s.threads(),
                s.learners(),
                s.locale(),
                s.refined());
    }

    /** One line for the log and the release card. */
    static String line(int round, LearnSettings settings, Report report) {
        StringBuilder text = new StringBuilder("round %d (k %d, leaves of %d rows, depth %d, %d trees):"
                .formatted(round, settings.k(), settings.leafRows(), settings.depth(), settings.trees()));
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
