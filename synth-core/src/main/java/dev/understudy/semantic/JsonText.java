package dev.understudy.semantic;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;

/** Writes JSON with a blank behind commas and colons, as databases do that hold it in a form of their own. */
final class JsonText {
    private JsonText() {}

    static String write(JsonNode document) {
        StringBuilder text = new StringBuilder(128);
        append(document, text);
        return text.toString();
    }

    private static void append(JsonNode value, StringBuilder to) {
        if (value.isObject()) {
            to.append('{');
            boolean[] more = {false};
            value.properties().forEach(member -> {
                to.append(more[0] ? ", " : "");
                quoted(member.getKey(), to);
                to.append(": ");
                append(member.getValue(), to);
                more[0] = true;
            });
            to.append('}');
        } else if (value.isArray()) {
            to.append('[');
            for (int i = 0; i < value.size(); i++) {
                to.append(i == 0 ? "" : ", ");
                append(value.get(i), to);
            }
            to.append(']');
        } else if (value.isTextual()) {
            quoted(value.textValue(), to);
        } else {
            to.append(value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
        }
    }

    private static void quoted(String text, StringBuilder to) {
        to.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsString(text))
                .append('"');
    }
}
