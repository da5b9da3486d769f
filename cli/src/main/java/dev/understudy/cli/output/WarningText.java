package dev.understudy.cli.output;

import dev.understudy.plan.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Warnings for people, those of one kind together. */
final class WarningText {
    private WarningText() {}

    static List<String> lines(List<Warning> first, List<Warning> second) {
        Map<String, List<Warning>> byId = new LinkedHashMap<>();
        List<Warning> acknowledged = new ArrayList<>();
        Stream.concat(first.stream(), second.stream()).forEach(warning -> {
            if (warning.reason().isPresent()) {
                acknowledged.add(warning);
            } else {
                byId.computeIfAbsent(warning.id(), id -> new ArrayList<>()).add(warning);
            }
        });
        List<String> lines = new ArrayList<>();
        if (!byId.isEmpty()) {
            lines.add("");
            lines.add("Warnings");
        }
        byId.forEach((id, warnings) -> {
            lines.add("  %s (%d)".formatted(id, warnings.size()));
            warnings.forEach(warning -> lines.add("    " + sentence(warning)));
        });
        if (!acknowledged.isEmpty()) {
            lines.add("");
            lines.add("Acknowledged");
            acknowledged.forEach(warning -> lines.add("  %s %s: %s"
                    .formatted(warning.id(), warning.object(), warning.reason().orElseThrow())));
        }
        return lines;
    }

    /** Most texts name their object. */
    private static String sentence(Warning warning) {
        boolean named = warning.object().isEmpty() || warning.text().contains(warning.object());
        return named ? warning.text() : warning.object() + ": " + warning.text();
    }
}
