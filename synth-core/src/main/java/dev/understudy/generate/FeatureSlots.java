package dev.understudy.generate;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import java.util.HashMap;
import java.util.Map;

/** Numbers what the forests of one table look at: a feature has one slot, whichever of them look at it. For one thread. */
final class FeatureSlots {
    private final Map<Feature, Integer> common = new HashMap<>();
    private int count;

    /** A slot for each feature of a forest; its own for an index, and for what only this forest sees in such groups. */
    int[] of(Forest forest) {
        int[] slots = new int[forest.features().size()];
        for (int f = 0; f < slots.length; f++) {
            Feature feature = forest.features().get(f);
            Groups guided = forest.guided().get(f);
            boolean own = feature.source() == Feature.Source.INDEX || !guided.isCommon();
            slots[f] = own ? count++ : common.computeIfAbsent(feature, any -> count++);
        }
        return slots;
    }
}
