package dev.understudy.encode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Codes of texts: 0 for null, 1..n for labels that may be kept, n + 1 for any other text.
 *
 * @param labels kept labels, most frequent first
 */
public record LabelCodec(List<String> labels) implements Codec {
    public LabelCodec {
        labels = List.copyOf(labels);
    }

    @Override
    public int codes() {
        return labels.size() + 2;
    }

    @Override
    public boolean ordered() {
        return false;
    }

    /** The code of every text without a label of its own. */
    public int rare() {
        return labels.size() + 1;
    }

    /** Codes by label, for encoding many values. */
    public Map<String, Integer> codesByLabel() {
        Map<String, Integer> byLabel = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            byLabel.put(labels.get(i), i + 1);
        }
        return byLabel;
    }
}
