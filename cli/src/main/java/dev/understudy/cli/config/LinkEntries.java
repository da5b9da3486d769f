package dev.understudy.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.plan.LinkRule;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The links of a configuration as wishes: a column may stand alone or in a list, a target alone or by label. */
public final class LinkEntries {
    private LinkEntries() {}

    /** @throws UnderstudyException with {@code USAGE} for an entry that is incomplete or of the wrong shape */
    public static List<LinkRule> rules(List<Configuration.LinkEntry> entries) {
        List<LinkRule> rules = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            rules.add(rule(entries.get(i), "links[%d]".formatted(i)));
        }
        return rules;
    }

    private static LinkRule rule(Configuration.LinkEntry entry, String where) {
        if (entry == null || isMissing(entry.from()) || isMissing(entry.to())) {
            throw usage("%s needs from and to: {from: ticket.user_ref, to: app_user.id}.".formatted(where));
        }
        List<String> from = columns(entry.from(), where + ".from");
        if (entry.by() == null) {
            if (entry.to().isObject()) {
                throw usage("%s.to tells parents by label, so that by must name the type column.".formatted(where));
            }
            return LinkRule.of(from, columns(entry.to(), where + ".to"));
        }
        if (!entry.to().isObject() || entry.to().isEmpty()) {
            throw usage(
                    "%s has a type column, so that to must tell parents by label: to: {post: post.id, photo: photo.id}."
                            .formatted(where));
        }
        Map<String, List<String>> to = new LinkedHashMap<>();
        entry.to()
                .properties()
                .forEach(one -> to.put(one.getKey(), columns(one.getValue(), where + ".to." + one.getKey())));
        return new LinkRule(from, Optional.of(entry.by()), to);
    }

    private static boolean isMissing(JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }

    private static List<String> columns(JsonNode node, String where) {
        List<String> columns = new ArrayList<>();
        if (node.isTextual()) {
            columns.add(node.textValue());
        } else if (node.isArray()) {
            node.forEach(one -> columns.add(one.isTextual() ? one.textValue() : ""));
        }
        if (columns.isEmpty() || columns.contains("")) {
            throw usage("%s must be table.column, or a list of such names.".formatted(where));
        }
        return columns;
    }

    private static UnderstudyException usage(String message) {
        return new UnderstudyException(Problem.USAGE, message);
    }
}
