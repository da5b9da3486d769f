package dev.understudy.cli.output;

import dev.understudy.found.Found;
import dev.understudy.found.FoundDependency;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What holds in the rows though nobody declares it, for people. */
final class FoundText {
    private FoundText() {}

    /** No line where nothing was found. */
    static List<String> lines(Found found) {
        List<String> lines = new ArrayList<>();
        if (!found.dependencies().isEmpty()) {
            lines.addAll(List.of("", "Found, not declared"));
            lines.addAll(table(found.dependencies()).lines("  "));
        }
        if (!found.unsearched().isEmpty()) {
            lines.add("");
            lines.add("Time was over before all rows were searched for what nobody declares, of: "
                    + found.unsearched().stream().map(TableName::toString).collect(Collectors.joining(", ")));
        }
        return lines;
    }

    private static TextTable table(List<FoundDependency> found) {
        TextTable table = new TextTable("found in rows", ">rows", ">violations", "remark");
        for (FoundDependency one : found) {
            table.add(one.text(), Numbers.count(one.rows()), Numbers.count(one.violations()), remark(one));
        }
        return table;
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
