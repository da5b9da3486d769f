package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML as a tree of members, so that it is learned as JSON is: an attribute is a member {@code @name}, an element without
 * attributes and elements of its own is a text or a number, elements of one name in a row are an array, text between
 * elements is {@code #text}, comments are {@code #comment}. Processing instructions, comments behind the root and the place of
 * text and comments between elements are lost.
 */
final class XmlText {
    static final String ATTRIBUTE = "@";
    static final String TEXT = "#text";
    static final String COMMENT = "#comment";
    /** Holds pieces of HTML that have no element around them. */
    static final String FRAGMENT = "fragment";

    private static final int DEEPEST = 16;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,6})?");
    private static final Pattern VOID = Pattern.compile("(?i)<(br|hr|img|input|meta|link)(\\s[^<>]*?)?\\s*/?>");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final XMLInputFactory FACTORY = factory();

    private XmlText() {}

    /** Reads no DTD and nothing from outside. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * An object with one member, the root, behind comments if there are any; empty for what is not well-formed. Costs some microseconds.
     *
     * @param repeated paths of elements that come more than once somewhere; new ones are added
     */
    static Optional<JsonNode> parse(String text, Set<String> repeated) {
        Optional<JsonNode> whole = read(text, repeated);
        if (whole.isPresent() || text.startsWith("<?") || text.startsWith("<!")) {
            return whole;
        }
        String closed = VOID.matcher(text.replace("&nbsp;", " ")).replaceAll("<$1$2/>");
        return read("<" + FRAGMENT + ">" + closed + "</" + FRAGMENT + ">", repeated);
    }

    private static Optional<JsonNode> read(String text, Set<String> repeated) {
        XMLStreamReader reader = null;
        try {
            reader = FACTORY.createXMLStreamReader(new StringReader(text.strip()));
            ObjectNode root = NODES.objectNode();
            for (int event = reader.next(); event != XMLStreamConstants.START_ELEMENT; event = reader.next()) {
                if (event == XMLStreamConstants.COMMENT) {
                    addComment(root, reader.getText(), "", repeated);
                } else if (!reader.hasNext()) {
                    return Optional.empty();
                }
            }
            String name = reader.getLocalName();
            root.set(name, element(reader, name, 0, repeated));
            while (reader.hasNext()) {
                reader.next();
            }
            return Optional.of(root);
        } catch (XMLStreamException | RuntimeException e) {
            // Whatever stands there is no document that could be learned.
            return Optional.empty();
        } finally {
            close(reader);
        }
    }

    private static void close(XMLStreamReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A reader of a string could not be closed.", e);
        }
    }

    private static JsonNode element(XMLStreamReader reader, String path, int depth, Set<String> repeated)
            throws XMLStreamException {
        ObjectNode members = NODES.objectNode();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            members.set(ATTRIBUTE + reader.getAttributeLocalName(i), scalar(reader.getAttributeValue(i)));
        }
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth == DEEPEST) {
                    throw new XMLStreamException("Nested too deeply.");
                }
                String name = reader.getLocalName();
                String below = path + "/" + name;
                add(members, name, element(reader, below, depth + 1, repeated), below, repeated);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.COMMENT) {
                addComment(members, reader.getText(), path, repeated);
            }
        }
        JsonNode content = scalar(text.toString().strip());
        if (members.isEmpty()) {
            return content;
        }
        if (!text.toString().isBlank()) {
            members.set(TEXT, content);
        }
        return members;
    }

    private static void addComment(ObjectNode members, String text, String path, Set<String> repeated) {
        add(members, COMMENT, NODES.textNode(text), path + "/" + COMMENT, repeated);
    }

    private static void add(ObjectNode members, String name, JsonNode element, String path, Set<String> repeated) {
        JsonNode before = members.get(name);
        if (before == null) {
            members.set(name, repeated.contains(path) ? NODES.arrayNode().add(element) : element);
        } else if (before instanceof ArrayNode several) {
            several.add(element);
        } else {
            repeated.add(path);
            members.set(name, NODES.arrayNode().add(before).add(element));
        }
    }

    private static JsonNode scalar(String text) {
        return NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : NODES.textNode(text);
    }

    /** @param document an object with one member, behind comments if there are any; comments without a text are left out */
    static String write(JsonNode document, boolean prolog) {
        StringBuilder text = new StringBuilder(prolog ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" : "");
        document.properties().forEach(member -> {
            if (member.getKey().equals(FRAGMENT)) {
                content(member.getValue(), text);
            } else if (member.getKey().equals(COMMENT)) {
                comments(member.getValue(), text);
            } else {
                element(member.getKey(), member.getValue(), text);
            }
        });
        return text.toString();
    }

    private static void element(String name, JsonNode value, StringBuilder to) {
        if (value.isArray()) {
            value.forEach(one -> element(name, one, to));
            return;
        }
        to.append('<').append(name);
        value.properties().forEach(member -> {
            if (member.getKey().startsWith(ATTRIBUTE)) {
                to.append(' ')
                        .append(member.getKey(), 1, member.getKey().length())
                        .append("=\"");
                escape(text(member.getValue()), to);
                to.append('"');
            }
        });
        StringBuilder inside = new StringBuilder();
        content(value, inside);
        if (inside.isEmpty()) {
            to.append("/>");
        } else {
            to.append('>').append(inside).append("</").append(name).append('>');
        }
    }

    private static void content(JsonNode value, StringBuilder to) {
        if (!value.isObject()) {
            escape(text(value), to);
            return;
        }
        value.properties().forEach(member -> {
            if (member.getKey().equals(TEXT)) {
                escape(text(member.getValue()), to);
            } else if (member.getKey().equals(COMMENT)) {
                comments(member.getValue(), to);
            } else if (!member.getKey().startsWith(ATTRIBUTE)) {
                element(member.getKey(), member.getValue(), to);
            }
        });
    }

    private static void comments(JsonNode value, StringBuilder to) {
        if (value.isArray()) {
            value.forEach(one -> comments(one, to));
        } else if (!value.asText().isEmpty()) {
            to.append("<!--").append(value.asText()).append("-->");
        }
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                default -> to.append(c);
            }
        }
    }
}
