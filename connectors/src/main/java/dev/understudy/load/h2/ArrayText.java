package dev.understudy.load.h2;

import java.util.ArrayList;
import java.util.List;

/** Reads the JSON form of an array into elements that H2 converts to the type of its column. */
final class ArrayText {
    private final String text;
    private int at;

    private ArrayText(String text) {
        this.text = text;
    }

    /** @return texts, nulls and arrays of the same */
    static Object[] elements(String json) {
        ArrayText reader = new ArrayText(json);
        reader.skipBlanks();
        return reader.array();
    }

    private Object[] array() {
        List<Object> elements = new ArrayList<>();
        at++;
        skipBlanks();
        while (at < text.length() && text.charAt(at) != ']') {
            elements.add(element());
            skipBlanks();
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                skipBlanks();
            }
        }
        at++;
        return elements.toArray();
    }

    private Object element() {
        char first = text.charAt(at);
        if (first == '[') {
            return array();
        }
        if (first == '"') {
            return string();
        }
        int start = at;
        while (at < text.length() && ",] ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return word.equals("null") ? null : word;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = text.charAt(++at);
            switch (escape) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                }
                default -> out.append(escape);
            }
        }
        at++;
        return out.toString();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
