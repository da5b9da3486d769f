package dev.understudy.benchmark;

import java.util.List;
import java.util.Locale;

/** Prints what was measured as one Markdown table: floor, ours ± standard error, and a mark where it is not good enough. */
final class FidelityTable {
    private FidelityTable() {}

    static String of(List<Measured> measured) {
        StringBuilder text = new StringBuilder("| set | table | rows | families |");
        for (Judgement judgement : Judgement.values()) {
            text.append(' ').append(judgement.name().toLowerCase(Locale.ROOT)).append(" |");
        }
        text.append("\n|---|---|---|---|")
                .append("---|".repeat(Judgement.values().length))
                .append('\n');
        measured.forEach(one -> text.append(row(one)));
        return text.toString();
    }

    private static String row(Measured one) {
        StringBuilder text = new StringBuilder(
                "| %s | %s | %,d | %,d |".formatted(one.set(), one.table(), one.rows(), one.families()));
        for (Judgement judgement : Judgement.values()) {
            double floor = Measured.mean(one.floors(), judgement.score());
            double ours = Measured.mean(one.ours(), judgement.score());
            text.append(
                    Double.isNaN(ours) || Double.isNaN(floor)
                            ? " – |"
                            : " %.3f → %.3f ± %.3f%s |"
                                    .formatted(
                                            floor,
                                            ours,
                                            Measured.error(one.ours(), judgement.score()),
                                            judgement.holds(floor, ours) ? "" : " **✗**"));
        }
        return text.append('\n').toString();
    }

    /** Share of judged scores that hold, for one line. */
    static String summary(List<Measured> measured) {
        int all = 0;
        int held = 0;
        for (Measured one : measured) {
            for (Judgement judgement : Judgement.values()) {
                double floor = Measured.mean(one.floors(), judgement.score());
                double ours = Measured.mean(one.ours(), judgement.score());
                if (!Double.isNaN(floor) && !Double.isNaN(ours)) {
                    all++;
                    held += judgement.holds(floor, ours) ? 1 : 0;
                }
            }
        }
        return "%d of %d scores hold".formatted(held, all);
    }
}
