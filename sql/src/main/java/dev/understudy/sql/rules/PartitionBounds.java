package dev.understudy.sql.rules;

import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What rows of a partitioned table must meet to land in a partition that exists. */
final class PartitionBounds {
    private static final Pattern BY = Pattern.compile("PARTITION BY (\\w+) \\((.*)\\)");
    private static final Pattern RANGE = Pattern.compile("FOR VALUES FROM \\((.*)\\) TO \\((.*)\\)");
    private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((.*)\\)");
    private static final String ANY = "";

    private final Schema schema;

    PartitionBounds(Schema schema) {
        this.schema = schema;
    }

    /** Empty if the table is not partitioned, takes any row, or has bounds that cannot be evaluated. */
    Optional<Rule> of(Table table) {
        if (table.kind() != TableKind.PARTITIONED) {
            return Optional.empty();
        }
        String text =
                schema.vendor() == Vendor.MARIADB ? MariaDbPartitions.condition(table.partitioning()) : inside(table);
        return text.equals(ANY)
                ? Optional.empty()
                : RuleText.parse(schema.vendor(), table, text)
                        .map(condition -> new Rule("partitions of " + table.name(), condition));
    }

    /** Condition of a row to land in some partition below a table. */
    private String inside(Table parent) {
        Matcher by = BY.matcher(parent.partitioning());
        if (!by.find()) {
            return ANY;
        }
        List<String> keys = Parentheses.items(by.group(2));
        List<String> ways = new ArrayList<>();
        for (Table partition : schema.tables()) {
            if (partition.kind() == TableKind.PARTITION && partition.inherits().contains(parent.name())) {
                String own = bound(by.group(1), keys, partition.partitioning());
                String below = inside(partition);
                if (own.equals(ANY) && below.equals(ANY)) {
                    return ANY;
                }
                ways.add(own.equals(ANY) || below.equals(ANY) ? own + below : "(%s AND (%s))".formatted(own, below));
            }
        }
        return ways.stream().map(way -> "(" + way + ")").collect(Collectors.joining(" OR "));
    }

    private static String bound(String kind, List<String> keys, String partitioning) {
        Matcher range = RANGE.matcher(partitioning);
        if (kind.equals("RANGE") && range.find()) {
            String from = edge(keys, Parentheses.items(range.group(1)), 0, ">", ">=");
            String to = edge(keys, Parentheses.items(range.group(2)), 0, "<", "<");
            // A row without a value belongs to no range.
            String known = keys.get(0) + " IS NOT NULL";
            return java.util.stream.Stream.of(known, from, to)
                    .filter(part -> !part.equals(ANY))
                    .collect(Collectors.joining(" AND "));
        }
        Matcher list = LIST.matcher(partitioning);
        if (kind.equals("LIST") && list.find()) {
            return listed(keys.get(0), Parentheses.items(list.group(1)));
        }
        return ANY;
    }

    /** Keys compared with values one after the other, as words are in a dictionary. */
    private static String edge(List<String> keys, List<String> values, int at, String strictly, String last) {
        String value = values.get(at);
        if (value.equals("MINVALUE") || value.equals("MAXVALUE")) {
            return ANY;
        }
        if (at == keys.size() - 1) {
            return "(%s %s %s)".formatted(keys.get(at), last, value);
        }
        String next = edge(keys, values, at + 1, strictly, last);
        String same = "%s = %s".formatted(keys.get(at), value);
        boolean open = next.equals(ANY);
        // Below MAXVALUE, and above MINVALUE, all rows with the same value before it belong here.
        return "(%s %s %s OR (%s))".formatted(keys.get(at), strictly, value, open ? same : same + " AND " + next);
    }

    private static String listed(String key, List<String> values) {
        boolean orNull = values.remove("NULL");
        String in = "%s IN (%s)".formatted(key, String.join(", ", values));
        String missing = "%s IS NULL".formatted(key);
        // A row without a value is in no other list.
        return values.isEmpty()
                ? missing
                : orNull ? "(%s OR %s)".formatted(in, missing) : "(%s AND %s IS NOT NULL)".formatted(in, key);
    }
}
