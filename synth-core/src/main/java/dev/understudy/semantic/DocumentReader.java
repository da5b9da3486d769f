package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.schema.ColumnType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the documents of one column: JSON, XML, or arrays of the database. What was repeated in one XML document is an array in all that follow, even where it
 * stands alone. Not for several threads.
 */
public final class DocumentReader {
    private final Set<String> repeated = new HashSet<>();
    private final ElementForm form;

    /** For texts whose form is not known: JSON or XML. */
    public DocumentReader() {
        this(null);
    }

    private DocumentReader(ElementForm form) {
        this.form = form;
    }

    public static DocumentReader of(ColumnType type) {
        return new DocumentReader(ElementForm.of(type).orElse(null));
    }

    /** True for PostgreSQL's arrays; those of ranges, intervals, bytes and composite types are none. */
    public static boolean isArray(ColumnType type) {
        return ElementForm.of(type).isPresent();
    }

    /** The text as a tree of members, if it is JSON or XML. Costs some microseconds for what may be. */
    public Optional<JsonNode> read(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (form != null) {
            return BracesText.parse(text, form);
        }
        return switch (text.charAt(0)) {
            case '{', '[' -> TechnicalForms.document(text);
            case '<' -> XmlText.parse(text, repeated);
            default -> Optional.empty();
        };
    }
}
