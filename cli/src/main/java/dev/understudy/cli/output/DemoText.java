package dev.understudy.cli.output;

import dev.understudy.job.DemoJob.Demo;
import dev.understudy.job.DemoJob.Survival;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a demo shows. */
public final class DemoText {
    private DemoText() {}

    public static List<String> lines(Demo demo) {
        List<String> lines = new ArrayList<>(ResultText.lines(demo.result(), true));
        lines.add("");
        lines.add("What is true in the shop, and in its copy");
        TextTable table = new TextTable(">shop", ">copy", "what was planted");
        for (Survival survival : demo.survivals()) {
            table.add(
                    number(survival.source()),
                    number(survival.target()),
                    survival.planted().sentence());
        }
        lines.addAll(table.lines("  "));
        return lines;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
