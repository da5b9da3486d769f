package dev.understudy.learn;

import dev.understudy.data.KeyHash;
import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import java.util.HashMap;
import java.util.Map;

/**
 * A column of a composite link, told in the codes of the parent's column. A link that points nowhere, because another of
 * its columns is null, still has values in this one.
 */
final class LinkPart {
    private final ColumnSample values;
    private final Codec codec;
    private final Map<Long, Integer> byHash = new HashMap<>();

    /** @param values the child's column; @param codec of the parent's column */
    LinkPart(ColumnSample values, Codec codec) {
        this.values = values;
        this.codec = codec;
        if (codec instanceof LabelCodec labels) {
            labels.codesByLabel().forEach((label, code) -> byHash.put(KeyHash.of(label), code));
        }
    }

    /** {@link Codec#NULL} where the column has no value, or its values and codes do not go together. */
    int code(int row) {
        if (values.missing().get(row)) {
            return Codec.NULL;
        }
        if (values instanceof NumberSample numbers && codec instanceof NumberCodec cells) {
            return cells.encode(numbers.values()[row]);
        }
        return values instanceof TextSample texts && codec instanceof LabelCodec labels
                ? byHash.getOrDefault(texts.hashes()[row], labels.rare())
                : Codec.NULL;
    }

    /** The child's number where it has one; 0 elsewhere. */
    long number(int row) {
        return values instanceof NumberSample numbers && !values.missing().get(row) ? numbers.values()[row] : 0;
    }
}
