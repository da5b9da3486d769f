package dev.understudy.sql.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads MariaDB's clause {@code PARTITION BY RANGE | LIST [COLUMNS] (…) (PARTITION …)}. */
final class MariaDbPartitions {
    private static final Pattern BY =
            Pattern.compile("PARTITION BY (RANGE|LIST)\\s*(?:COLUMNS)?\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern LESS = Pattern.compile("VALUES LESS THAN\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN = Pattern.compile("VALUES IN\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANYTHING =
            Pattern.compile("VALUES LESS THAN\\s*\\(?\\s*MAXVALUE|PARTITION \\S+ DEFAULT", Pattern.CASE_INSENSITIVE);

    private MariaDbPartitions() {}

    /** What a row must meet to land in a partition; empty if any does, or several columns are compared. */
    static String condition(String partitioning) {
        Matcher by = BY.matcher(partitioning);
        if (!by.find() || ANYTHING.matcher(partitioning).find()) {
            return "";
        }
        int end = Parentheses.end(partitioning, by.end());
        String key = partitioning.substring(by.end(), end);
        if (Parentheses.items(key).size() > 1) {
            return "";
        }
        List<String> bounds = values(by.group(1).equalsIgnoreCase("RANGE") ? LESS : IN, partitioning, end);
        if (bounds.isEmpty()) {
            return "";
        }
        if (by.group(1).equalsIgnoreCase("RANGE")) {
            // Ranges rise, and a row without a value lands in the lowest.
            return "%s < %s".formatted(key, bounds.get(bounds.size() - 1));
        }
        List<String> listed = new ArrayList<>();
        bounds.forEach(bound -> listed.addAll(Parentheses.items(bound)));
        boolean orNull = listed.removeIf("NULL"::equalsIgnoreCase);
        String in = "%s IN (%s)".formatted(key, String.join(", ", listed));
        return listed.isEmpty() || orNull ? "" : "(%s AND %s IS NOT NULL)".formatted(in, key);
    }

    private static List<String> values(Pattern which, String text, int from) {
        List<String> values = new ArrayList<>();
        Matcher found = which.matcher(text);
        for (int at = from; found.find(at); ) {
            int end = Parentheses.end(text, found.end());
            values.add(text.substring(found.end(), end));
            at = end;
        }
        return values;
    }
}
