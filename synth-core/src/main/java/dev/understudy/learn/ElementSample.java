package dev.understudy.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** The arrays at one path of sampled documents, with their elements in order, the row of each, and the object around. */
final class ElementSample {
    private final List<JsonNode> elements = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> arrayRows = new ArrayList<>();
    private final List<JsonNode> parents = new ArrayList<>();

    private ElementSample() {}

    static ElementSample of(TextSample texts, String path) {
        ElementSample found = new ElementSample();
        String around = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        for (int row : texts.rowTexts().rows()) {
            JsonNode document = texts.reader().read(texts.rowTexts().at(row)).orElse(null);
            JsonNode array = document == null ? MissingNode.getInstance() : document.at(path);
            if (array.isArray() && !array.isEmpty()) {
                found.starts.add(found.elements.size());
                found.arrayRows.add(row);
                found.parents.add(path.isEmpty() ? MissingNode.getInstance() : document.at(around));
                array.forEach(element -> {
                    found.elements.add(element);
                    found.rows.add(row);
                });
            }
        }
        return found;
    }

    /** A member of an element; the element itself for "". */
    static JsonNode at(JsonNode element, String member) {
        return member.isEmpty() ? element : element.path(member);
    }

    int size() {
        return elements.size();
    }

    List<JsonNode> elements() {
        return elements;
    }

    /** Row of each element. */
    List<Integer> rows() {
        return rows;
    }

    /** Arrays that are not empty. */
    int arrays() {
        return starts.size();
    }

    /** Place of the first element of an array. */
    int start(int array) {
        return starts.get(array);
    }

    int end(int array) {
        return array + 1 < starts.size() ? starts.get(array + 1) : elements.size();
    }

    int row(int array) {
        return arrayRows.get(array);
    }

    /** The object in which an array stands. */
    JsonNode parent(int array) {
        return parents.get(array);
    }
}
