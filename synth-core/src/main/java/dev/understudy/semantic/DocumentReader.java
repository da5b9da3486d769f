package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the documents of one column. What was repeated in one XML document is an array in all that follow, even where it
 * stands alone. Not for several threads.
 */
public final class DocumentReader {
    private final Set<String> repeated = new HashSet<>();

    /** The text as a tree of members, if it is JSON or XML. Costs some microseconds for what may be. */
    public Optional<JsonNode> read(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.charAt(0)) {
            case '{', '[' -> TechnicalForms.document(text);
            case '<' -> XmlText.parse(text, repeated);
            default -> Optional.empty();
        };
    }
}
