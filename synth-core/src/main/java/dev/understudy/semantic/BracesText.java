package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** PostgreSQL's text of arrays: {@code {a,"b c",NULL,{d,e}}}. */
final class BracesText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern PLAIN = Pattern.compile("[^\\s\\\\\"{},]+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private final String text;
    private int at;

    private BracesText(String text) {
        this.text = text;
    }

    /** Empty for what is none, and for arrays of arrays, which must be of one length; arrays with bounds of their own ({@code [0:2]={…}}) are read as others. */
    static Optional<JsonNode> parse(String text) {
        int start = text.startsWith("[") ? text.indexOf('{') : 0;
        if (start < 0 || !text.startsWith("{", start)) {
            return Optional.empty();
        }
        BracesText reader = new BracesText(text);
        reader.at = start;
        try {
            ArrayNode array = reader.array();
            return reader.at == text.length() ? Optional.of(array) : Optional.empty();
        } catch (StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private ArrayNode array() {
        ArrayNode array = NODES.arrayNode();
        at++;
        while (text.charAt(at) != '}') {
            if (text.charAt(at) == '{') {
                throw new StringIndexOutOfBoundsException("An array in an array");
            }
            switch (text.charAt(at)) {
                case '"' -> array.add(quoted());
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
        if (value.equals("NULL")) {
            return NODES.nullNode();
        }
        return NUMBER.matcher(value).matches() ? NODES.numberNode(new BigDecimal(value)) : NODES.textNode(value);
    }

    /** What is no array at the top has no such text and becomes an empty one. */
    static String write(JsonNode document) {
        if (!document.isArray()) {
            return "{}";
        }
        StringBuilder to = new StringBuilder();
        append(document, to);
        return to.toString();
    }

    private static void append(JsonNode value, StringBuilder to) {
        if (value.isArray()) {
            to.append('{');
            for (int i = 0; i < value.size(); i++) {
                to.append(i == 0 ? "" : ",");
                append(value.get(i), to);
            }
            to.append('}');
        } else if (value.isNull()) {
            to.append("NULL");
        } else {
            String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
            boolean plain = PLAIN.matcher(text).matches() && !text.equalsIgnoreCase("null");
            to.append(plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
    }
}
