package dev.understudy.learn;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a forest may look at, in the order of adding. */
final class CandidateList {
    private final Outcomes outcomes;
    private final List<Feature> features = new ArrayList<>();
    private final List<Groups> guided = new ArrayList<>();
    private final List<byte[]> groups = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final List<Boolean> ordered = new ArrayList<>();
    private final List<Boolean> single = new ArrayList<>();

    CandidateList(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** @param values group of each row @param count groups are below this @param inOrder whether their order says anything */
    void add(Feature feature, byte[] values, int count, boolean inOrder) {
        add(feature, Groups.COMMON, values, count, inOrder, false);
    }

    /** A column. @param values group of each row */
    void add(Feature feature, EncodedColumn column, byte[] values) {
        boolean inOrder = column.codec().ordered();
        add(feature, Groups.COMMON, values, column.groups().count(), inOrder, inOrder && column.hasSingleValues());
    }

    /**
     * The feature that was added last once more, in groups made for the outcome, if it has many codes and that says more.
     *
     * @param codes code of each row
     */
    void guided(EncodedColumn column, short[] codes) {
        int last = features.size() - 1;
        if (!column.hasManyCodes() || codes.length == 0) {
            return;
        }
        GuidedGroups.of(codes, column.codec().codes(), groups.get(last), outcomes)
                .ifPresent(made -> add(features.get(last), made, seen(codes, made), made.count(), true, false));
    }

    private void add(Feature feature, Groups guide, byte[] values, int count, boolean inOrder, boolean singleValues) {
        features.add(feature);
        guided.add(guide);
        groups.add(values);
        counts.add(Math.min(count, Groups.MAX));
        ordered.add(inOrder);
        single.add(singleValues);
    }

    private static byte[] seen(short[] codes, Groups groups) {
        byte[] seen = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            seen[i] = groups.of()[codes[i] & 0xFFFF];
        }
        return seen;
    }

    Candidates candidates() {
        int[] sizes = counts.stream().mapToInt(Integer::intValue).toArray();
        return new Candidates(features, guided, groups.toArray(byte[][]::new), sizes, flags(ordered), flags(single));
    }

    private static boolean[] flags(List<Boolean> values) {
        boolean[] flags = new boolean[values.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = values.get(i);
        }
        return flags;
    }
}
