package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** PostgreSQL's text of arrays: {@code {a,"b c",NULL,{d,e}}}. */
final class BracesText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern PLAIN = Pattern.compile("[^\\s\\\\\"{},]+");
    private static final int DEEPEST = 6;

    private final String text;
    private final ElementForm form;
    private int at;

    private BracesText(String text, ElementForm form) {
        this.text = text;
        this.form = form;
    }

    /** Empty for what is none; arrays with bounds of their own ({@code [0:2]={…}}) are read as others. */
    static Optional<JsonNode> parse(String text, ElementForm form) {
        int start = text.startsWith("[") ? text.indexOf('{') : 0;
        if (start < 0 || !text.startsWith("{", start)) {
            return Optional.empty();
        }
        BracesText reader = new BracesText(text, form);
        reader.at = start;
        try {
            ArrayNode array = reader.array(1);
            return reader.at == text.length() ? Optional.of(array) : Optional.empty();
        } catch (StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private ArrayNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        at++;
        while (text.charAt(at) != '}') {
            switch (text.charAt(at)) {
                case '{' -> {
                    if (depth == DEEPEST) {
                        throw new StringIndexOutOfBoundsException("No database nests deeper");
                    }
                    array.add(array(depth + 1));
                }
                case '"' -> array.add(form.read(quoted()));
                case ',' -> at++;
                default -> array.add(plain());
            }
        }
        at++;
        return array;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            value.append(text.charAt(at));
        }
        at++;
        return value.toString();
    }

    private JsonNode plain() {
        int from = at;
        while (text.charAt(at) != ',' && text.charAt(at) != '}') {
            at++;
        }
        String value = text.substring(from, at);
        return value.equals("NULL") ? NODES.nullNode() : form.read(value);
    }

    /** What is no array at the top has no such text and becomes an empty one; arrays of arrays are cut to the shortest. */
    static String write(JsonNode document, ElementForm form) {
        List<Integer> sizes = new ArrayList<>();
        for (List<JsonNode> level = List.of(document); level.get(0).isArray(); level = below(level)) {
            List<JsonNode> arrays = level.stream().filter(JsonNode::isArray).toList();
            sizes.add(arrays.stream().mapToInt(JsonNode::size).min().orElse(0));
            if (sizes.contains(0)) {
                return "{}";
            }
        }
        if (sizes.isEmpty()) {
            return "{}";
        }
        StringBuilder to = new StringBuilder();
        append(document, form, sizes, to);
        return to.toString();
    }

    private static List<JsonNode> below(List<JsonNode> level) {
        List<JsonNode> below = new ArrayList<>();
        level.forEach(one -> one.forEach(below::add));
        return below;
    }

    /** @param sizes of the arrays at this level and below; what is no array there is empty */
    private static void append(JsonNode value, ElementForm form, List<Integer> sizes, StringBuilder to) {
        if (!sizes.isEmpty()) {
            to.append('{');
            for (int i = 0; i < sizes.get(0); i++) {
                to.append(i == 0 ? "" : ",");
                append(value.path(i), form, sizes.subList(1, sizes.size()), to);
            }
            to.append('}');
        } else if (!value.isValueNode() && form != ElementForm.JSON || value.isNull()) {
            to.append("NULL");
        } else {
            String text = form.write(value);
            boolean plain = PLAIN.matcher(text).matches() && !text.equalsIgnoreCase("null");
            to.append(plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
    }
}
