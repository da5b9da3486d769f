package dev.understudy.learn;

import dev.understudy.data.KeyHash;
import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.TextCounts;
import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import dev.understudy.semantic.Meaning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts into codes: labels that k families share where they may be kept, everything else one code. */
final class TextEncoding {
    private static final int MOST_LABELS = 4000;
    /** A text column with more different values than this share of its rows keeps none of them. */
    private static final double MOSTLY_DISTINCT = 0.5;

    private TextEncoding() {}

    /**
     * @param allowed labels that the schema itself names (enum types, CHECK … IN lists); empty if it names none
     */
    static EncodedColumn column(
            Column column, TextSample sample, Meaning meaning, List<String> allowed, long[] family, int k) {
        List<String> labels = allowed.isEmpty() ? shared(sample, meaning, family, k) : allowed;
        LabelCodec codec = new LabelCodec(labels);
        return EncodedColumn.of(column.name(), codec, encode(codec, sample));
    }

    /** Only whether there is a text at all. */
    static EncodedColumn presence(Column column, TextSample sample) {
        LabelCodec codec = new LabelCodec(List.of());
        return EncodedColumn.of(column.name(), codec, encode(codec, sample));
    }

    /** A text that is none of the labels counts as one of them, because no other may be written. */
    static EncodedColumn ofAllowed(Column column, TextSample sample, List<String> allowed) {
        LabelCodec codec = new LabelCodec(allowed);
        short[] codes = encode(codec, sample);
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] == codec.rare()) {
                codes[row] = (short) (1 + Math.floorMod(sample.hashes()[row], allowed.size()));
            }
        }
        return EncodedColumn.of(column.name(), codec, codes);
    }

    /** Labels that k families share. */
    static List<String> shared(TextSample sample, Meaning meaning, long[] family, int k) {
        if (meaning.identifying()) {
            return List.of();
        }
        TextCounts counts = new TextCounts(sample.hashes(), sample.missing(), family);
        if (counts.distinct() > MOSTLY_DISTINCT * counts.total()) {
            return List.of();
        }
        List<String> labels = new ArrayList<>();
        for (long hash : counts.shared(k, MOST_LABELS)) {
            String text = sample.textOf(hash);
            if (text != null) {
                labels.add(text);
            }
        }
        return labels;
    }

    static short[] encode(LabelCodec codec, TextSample sample) {
        Map<Long, Integer> byHash = new HashMap<>();
        for (int i = 0; i < codec.labels().size(); i++) {
            byHash.put(KeyHash.of(codec.labels().get(i)), i + 1);
        }
        long[] hashes = sample.hashes();
        short[] codes = new short[hashes.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] =
                    (short) (sample.missing().get(row) ? Codec.NULL : byHash.getOrDefault(hashes[row], codec.rare()));
        }
        return codes;
    }

    /** True if the column's values are characters that we may make up, not literals of a special type. */
    static boolean isFreeText(Column column) {
        return column.type().family() == TypeFamily.TEXT;
    }
}
