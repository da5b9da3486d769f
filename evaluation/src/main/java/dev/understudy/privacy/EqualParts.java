package dev.understudy.privacy;

import dev.understudy.random.Draws;
import java.util.List;

/**
 * As many learned as held-out families of one fold, with the scale of the reference families.
 *
 * @param members families that were learned from
 * @param others  as many that were held out
 */
record EqualParts(Fold fold, int[] members, int[] others, Points.Scale scale) {
    private static final int MOST = 2_000;

    static EqualParts of(List<FamilyFeature> features, FamilySample real, Fold fold, int[] candidates, Draws draws) {
        int[] held = fold.families(Part.HOLDOUT);
        int n = Math.min(MOST, Math.min(held.length, candidates.length));
        return new EqualParts(
                fold,
                Chosen.of(candidates, n, draws.at("equal members")),
                Chosen.of(held, n, draws.at("equal others")),
                new Points.Scale(features, real.values(), fold.families(Part.REFERENCE)));
    }

    int n() {
        return members.length;
    }
}
