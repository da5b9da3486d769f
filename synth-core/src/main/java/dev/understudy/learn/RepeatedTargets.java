package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.model.ReferenceModel;
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
            boolean asEarlier = !asOwner && !asPrevious && isEarlier(sample, targets, row);
            boolean asKin = kin.isPresent() && kin.get().rows().get(row);
            codes[row] = (short)
                    (asOwner ? Repeats.OWNERS : asPrevious ? Repeats.PREVIOUS : asKin ? Repeats.KIN : codec.rare());
            all++;
            same += asOwner || asPrevious || asEarlier || asKin ? 1 : 0;
        }
        this.linked = all;
        this.repeated = same;
    }

    /** @param owner the owner's table in codes, or null @param kin what the targets hang on */
    static RepeatedTargets of(TableSample sample, EncodedTable owner, ForeignKey link, Optional<KinFinder.Found> kin) {
        int[] targets = sample.targets(link.name());
        RepeatedTargets best = new RepeatedTargets(sample, targets, new int[0], -1, kin);
        for (int r = 0; owner != null && r < owner.references().size(); r++) {
            ReferenceModel reference = owner.references().get(r);
            boolean told = reference.kind() == ReferenceModel.Kind.DEALT
                    && owner.links().get(r).parent().equals(link.parent());
            RepeatedTargets other = told
                    ? new RepeatedTargets(sample, targets, owner.sample().targets(reference.link()), r, kin)
                    : best;
            best = other.repeated > best.repeated ? other : best;
        }
        return best;
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
