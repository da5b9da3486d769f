package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns that say which parent a row's polymorphic link means. They are drawn before the links, and hold nothing but known
 * labels: those that the links name, and others that enough families share.
 */
final class TypeColumns {
    private TypeColumns() {}

    /** @param links some of the links of a table */
    static Set<String> of(List<ForeignKey> links) {
        Set<String> columns = new LinkedHashSet<>();
        links.stream()
                .filter(ForeignKey::isTyped)
                .forEach(link -> columns.add(link.type().column()));
        return columns;
    }

    static Set<String> of(List<ForeignKey> links, List<ForeignKey> others) {
        Set<String> columns = of(links);
        columns.addAll(of(others));
        return columns;
    }

    /** Labels that links name for a type column, in the links' order. */
    static List<String> labels(List<ForeignKey> links, String column) {
        return links.stream()
                .filter(link -> link.isTyped() && link.type().column().equals(column))
                .map(link -> link.type().label())
                .distinct()
                .toList();
    }

    /** Labels whose rows could not point anywhere, though they must: their parent gets no rows. */
    static Set<String> impossible(List<ForeignKey> emptied, String column) {
        Set<String> labels = new HashSet<>();
        emptied.stream()
                .filter(link -> link.isTyped()
                        && !link.optional()
                        && link.type().column().equals(column))
                .forEach(link -> labels.add(link.type().label()));
        return labels;
    }

    /** The labels that a text column may hold: what the schema allows, or else the links' and those that are shared. */
    static List<String> allowed(List<String> bySchema, List<String> byLinks, List<String> shared) {
        if (!bySchema.isEmpty()) {
            return bySchema;
        }
        Set<String> all = new LinkedHashSet<>(byLinks);
        all.addAll(shared);
        return new ArrayList<>(all);
    }

    /** Takes away what is no label, and labels that are impossible: null instead, or the most frequent other one. */
    static EncodedColumn known(EncodedColumn coded, Column column, Set<String> impossible) {
        LabelCodec codec = (LabelCodec) coded.codec();
        short[] codes = coded.codes().clone();
        int[] counts = new int[codec.codes()];
        for (short code : codes) {
            counts[code]++;
        }
        int most = 0;
        for (int code = 1; code <= codec.labels().size(); code++) {
            boolean possible = !impossible.contains(codec.labels().get(code - 1));
            most = possible && (most == 0 || counts[code] > counts[most]) ? code : most;
        }
        for (int row = 0; row < codes.length; row++) {
            boolean known = codes[row] == Codec.NULL
                    || codes[row] != codec.rare()
                            && !impossible.contains(codec.labels().get(codes[row] - 1));
            if (!known) {
                codes[row] = (short) (column.nullable() ? Codec.NULL : most);
            }
        }
        return EncodedColumn.of(coded.name(), codec, codes);
    }
}
