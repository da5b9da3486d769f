package dev.understudy.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.explain.ColumnAccount;
import dev.understudy.explain.TableAccount;
import dev.understudy.job.ModeTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a model has learned, for people and for programs. */
public final class ExplainText {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    /** Dependences of one column that people are shown. */
    private static final int SHOWN = 4;
    /** Below this share a dependence is not worth showing. */
    private static final double LEAST_SHARE = 0.05;

    private ExplainText() {}

    /** Lines without a line break. */
    public static List<String> lines(List<TableAccount> accounts) {
        List<String> lines = new ArrayList<>();
        for (TableAccount account : accounts) {
            lines.add("%s: %s, %s rows in the source%s"
                    .formatted(
                            account.table(),
                            ModeTitle.of(account.mode()),
                            Numbers.count(account.rows()),
                            account.parent().isEmpty() ? "" : ", made for each row of " + account.parent()));
            lines.addAll(columns(account.columns()));
            account.apart().forEach(columns -> lines.add("  never the same together: " + String.join(", ", columns)));
            account.links().forEach(link -> lines.add("  link " + link));
            account.redrawn().forEach(redrawn -> lines.add("  drawn again where a row looks drawn, " + redrawn));
            lines.add("");
        }
        return lines;
    }

    private static List<String> columns(List<ColumnAccount> columns) {
        TextTable table = new TextTable("drawn in this order", ">cells", "depends on");
        columns.forEach(column -> table.add(column.column(), String.valueOf(column.values()), dependsOn(column)));
        if (table.isEmpty()) {
            return List.of();
        }
        List<String> rows = table.lines("  ");
        List<String> lines = new ArrayList<>(rows.subList(0, 1));
        for (int c = 0; c < columns.size(); c++) {
            lines.add(rows.get(c + 1));
            columns.get(c).kept().forEach(kept -> lines.add("      always " + kept));
            columns.get(c).found().forEach(found -> lines.add("      " + found));
        }
        return lines;
    }

    private static String dependsOn(ColumnAccount column) {
        String text = column.dependsOn().stream()
                .filter(one -> one.share() >= LEAST_SHARE)
                .limit(SHOWN)
                .map(one -> "%s %.0f %%".formatted(one.on(), 100 * one.share()))
                .collect(Collectors.joining(", "));
        boolean told = column.kept().stream().anyMatch(kept -> kept.startsWith("= "));
        return text.isEmpty() ? told ? "worked out" : "nothing" : text;
    }

    public static String json(List<TableAccount> accounts) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode tables = root.putArray("tables");
        for (TableAccount account : accounts) {
            ObjectNode table = tables.addObject();
            table.put("name", account.table().toString());
            table.put("mode", account.mode().name().toLowerCase(Locale.ROOT));
            table.put("sourceRows", account.rows());
            table.put("parent", account.parent());
            ArrayNode columns = table.putArray("columns");
            for (ColumnAccount column : account.columns()) {
                ObjectNode node = columns.addObject();
                node.put("name", column.column());
                node.put("cells", column.values());
                ArrayNode dependsOn = node.putArray("dependsOn");
                column.dependsOn()
                        .forEach(
                                one -> dependsOn.addObject().put("on", one.on()).put("share", one.share()));
                ArrayNode kept = node.putArray("kept");
                column.kept().forEach(kept::add);
                ArrayNode found = node.putArray("found");
                column.found().forEach(found::add);
            }
            ArrayNode links = table.putArray("links");
            account.links().forEach(links::add);
            ArrayNode redrawn = table.putArray("drawnAgain");
            account.redrawn().forEach(redrawn::add);
            ArrayNode apart = table.putArray("neverTheSameTogether");
            account.apart().forEach(some -> some.forEach(apart.addArray()::add));
        }
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
