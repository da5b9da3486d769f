package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.model.ReferenceModel.Repeats;
import dev.understudy.schema.ForeignKey;
import java.util.List;
import java.util.Optional;

/**
 * How often the target of a link is the owner's target of the same table, or that of the sibling before, or hangs on the same
 * row as the row itself.
 */
final class RepeatedTargets {
    /** Share of the rows that must repeat a target. */
    private static final double LEAST_SHARE = 0.05;

    private static final int FEWEST_ROWS = 60;

    private final int ownersReference;
    private final short[] codes;
    private final Optional<KinFinder.Found> kin;
    private final int linked;
    private final int repeated;

    private RepeatedTargets(
            TableSample sample, int[] targets, int[] owners, int ownersReference, Optional<KinFinder.Found> kin) {
        LabelCodec codec = codec();
        this.kin = kin;
        this.ownersReference = ownersReference;
        this.codes = new short[targets.length];
        int all = 0;
        int same = 0;
        for (int row = 0; row < targets.length; row++) {
            if (targets[row] < 0) {
                codes[row] = Codec.NULL;
                continue;
            }
            int owner = sample.owner()[row];
            boolean asOwner = owners.length > 0 && owner >= 0 && owners[owner] == targets[row];
            boolean asPrevious = sample.position()[row] > 0 && targets[row - 1] == targets[row];
            boolean asKin = kin.isPresent() && kin.get().rows().get(row);
            boolean asEarlier = !asOwner && !asPrevious && isEarlier(sample, targets, row);
            codes[row] = (short) code(asOwner, asPrevious, asEarlier, asKin, codec.rare());
            all++;
            same += asOwner || asPrevious || asEarlier || asKin ? 1 : 0;
        }
        this.linked = all;
        this.repeated = same;
    }

    /** @param kin what the targets hang on */
    static RepeatedTargets of(TableContext context, ForeignKey link, Optional<KinFinder.Found> kin) {
        TableSample sample = context.samples().get(link.child());
        int[] targets = sample.targets(link.name());
        RepeatedTargets best = new RepeatedTargets(sample, targets, new int[0], -1, kin);
        ForeignKey owning = context.owning(link.child()).orElse(null);
        List<ForeignKey> ofOwner = owning == null ? List.of() : context.references(owning.parent());
        for (int r = 0; r < ofOwner.size(); r++) {
            ForeignKey other = ofOwner.get(r);
            if (context.kind(other) == Kind.DEALT && other.parent().equals(link.parent())) {
                int[] owners = context.samples().get(owning.parent()).targets(other.name());
                RepeatedTargets told = new RepeatedTargets(sample, targets, owners, r, kin);
                best = told.repeated > best.repeated ? told : best;
            }
        }
        return best;
    }

    private static int code(boolean asOwner, boolean asPrevious, boolean asEarlier, boolean asKin, int none) {
        if (asOwner) {
            return Repeats.OWNERS;
        }
        if (asPrevious) {
            return Repeats.PREVIOUS;
        }
        return asEarlier ? Repeats.EARLIER : asKin ? Repeats.KIN : none;
    }

    private static boolean isEarlier(TableSample sample, int[] targets, int row) {
        int first = row - Math.min(sample.position()[row], Repeats.MOST_BACK);
        for (int before = row - 2; before >= first; before--) {
            if (targets[before] == targets[row]) {
                return true;
            }
        }
        return false;
    }

    /** Targets of rows that do not repeat one; others have {@link TableSample#OUTSIDE}. */
    int[] fresh(int[] targets) {
        int[] fresh = targets.clone();
        for (int row = 0; row < fresh.length; row++) {
            boolean repeated =
                    codes[row] == Repeats.OWNERS || codes[row] == Repeats.PREVIOUS || codes[row] == Repeats.EARLIER;
            fresh[row] = repeated ? TableSample.OUTSIDE : targets[row];
        }
        return fresh;
    }

    private static LabelCodec codec() {
        return new LabelCodec(List.of("as the owner", "as before", "of the same", "as earlier"));
    }

    boolean areWorthTelling() {
        return linked >= FEWEST_ROWS && repeated >= LEAST_SHARE * linked;
    }

    /** How it is told, by a column of the cascade. */
    Repeats by(int column) {
        return new Repeats(
                column, ownersReference, kin.map(KinFinder.Found::kin).stream().toList());
    }

    EncodedColumn column(String name) {
        return EncodedColumn.of(name, codec(), codes);
    }
}
