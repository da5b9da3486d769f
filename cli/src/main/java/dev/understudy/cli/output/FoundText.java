package dev.understudy.cli.output;

import dev.understudy.found.FoundDependency;
import java.util.ArrayList;
import java.util.List;

/** What holds in the rows though nobody declares it, for people. */
final class FoundText {
    private FoundText() {}

    /** No line where nothing was found. */
    static List<String> lines(List<FoundDependency> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable("found in rows", ">rows", ">violations", "remark");
        for (FoundDependency one : found) {
            table.add(one.text(), Numbers.count(one.rows()), Numbers.count(one.violations()), remark(one));
        }
        List<String> lines = new ArrayList<>(List.of("", "Found, not declared"));
        lines.addAll(table.lines("  "));
        return lines;
    }

    static String remark(FoundDependency one) {
        String sample = one.sampled() ? "of a sample; " : "";
        if (!one.holds()) {
            return sample + "nearly, so not kept";
        }
        if (one.kept()) {
            return sample + "kept by new rows";
        }
        return sample
                + (one.kind().isRule()
                        ? "put it under rules: to have it kept"
                        : "likely, but not promised, in new rows");
    }
}
