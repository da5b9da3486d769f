package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the documents of one column: JSON, XML, or arrays of the database. What was repeated in one XML document is an array in all that follow, even where it
 * stands alone. Not for several threads.
 */
public final class DocumentReader {
    private static final Pattern ARRAY = Pattern.compile(
            "(text|character varying|character|citext|smallint|integer|bigint|real|double precision|numeric(\\(.*\\))?)\\[\\]");

    private final Set<String> repeated = new HashSet<>();
    private final boolean arrays;

    /** For texts whose form is not known: JSON or XML. */
    public DocumentReader() {
        this(false);
    }

    private DocumentReader(boolean arrays) {
        this.arrays = arrays;
    }

    public static DocumentReader of(ColumnType type) {
        return new DocumentReader(isArray(type));
    }

    /** True for PostgreSQL's arrays whose elements may be any text or number; others need a form of their own. */
    public static boolean isArray(ColumnType type) {
        return type.family() == TypeFamily.ARRAY
                && type.labels().isEmpty()
                && ARRAY.matcher(type.baseName()).matches();
    }

    /** The text as a tree of members, if it is JSON or XML. Costs some microseconds for what may be. */
    public Optional<JsonNode> read(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (arrays) {
            return BracesText.parse(text);
        }
        return switch (text.charAt(0)) {
            case '{', '[' -> TechnicalForms.document(text);
            case '<' -> XmlText.parse(text, repeated);
            default -> Optional.empty();
        };
    }
}
