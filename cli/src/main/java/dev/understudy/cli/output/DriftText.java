package dev.understudy.cli.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.drift.DataChange;
import dev.understudy.drift.Drift;
import dev.understudy.drift.SchemaChange;
import dev.understudy.job.DiffJob.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What changed in a source, for people and for programs. */
public final class DriftText {
    private DriftText() {}

    /** Lines without a line break. */
    public static List<String> lines(Difference difference) {
        Drift drift = difference.drift();
        List<String> lines = new ArrayList<>();
        if (!drift.schema().isEmpty()) {
            TextTable table = new TextTable("schema", "change", "where", "what");
            drift.schema()
                    .forEach(change -> table.add(
                            word(change.kind()), word(change.change()), change.place(), oneLine(change.text())));
            lines.addAll(table.lines(""));
            lines.add("");
        }
        if (!drift.data().isEmpty()) {
            TextTable table = new TextTable("rows", "where", ">distance", ">limit");
            drift.data()
                    .forEach(change -> table.add(
                            word(change.kind()), change.place(), number(change.distance()), number(change.limit())));
            lines.addAll(table.lines(""));
            lines.add("");
        }
        if (!drift.compared()) {
            lines.add("The model does not know how rows were spread; learn it again to compare them.");
        }
        lines.add(
                drift.isEmpty()
                        ? "Nothing changed since the model was learned."
                        : "%d %s changed in %d %s since the model was learned."
                                .formatted(
                                        drift.schema().size() + drift.data().size(),
                                        drift.schema().size() + drift.data().size() == 1 ? "thing" : "things",
                                        drift.tables().size(),
                                        drift.tables().size() == 1 ? "table" : "tables"));
        return lines;
    }

    /** One object on one line. */
    public static String json(Difference difference) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        Drift drift = difference.drift();
        root.put("status", drift.isEmpty() ? "same" : "drifted");
        root.put("modelDigest", difference.digest());
        root.put("rowsCompared", drift.compared());
        ArrayNode tables = root.putArray("tables");
        drift.tables().forEach(table -> tables.add(table.toString()));
        ArrayNode schema = root.putArray("schema");
        for (SchemaChange change : drift.schema()) {
            schema.addObject()
                    .put("kind", word(change.kind()))
                    .put("change", word(change.change()))
                    .put("table", change.table().toString())
                    .put("object", change.object())
                    .put("text", change.text());
        }
        ArrayNode data = root.putArray("data");
        for (DataChange change : drift.data()) {
            data.addObject()
                    .put("kind", word(change.kind()))
                    .put("table", change.table().toString())
                    .put("object", change.object())
                    .put("distance", Math.round(change.distance() * 1e4) / 1e4)
                    .put("limit", Math.round(change.limit() * 1e4) / 1e4);
        }
        return root.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
