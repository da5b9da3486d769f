package dev.understudy.privacy;

/**
 * One audit of the procedure: what each real family was to a run, and what the run made.
 *
 * @param parts     by row of the real subject
 * @param synthetic families that were made from those in {@link Part#TRAIN}
 */
record Fold(Part[] parts, FamilySample synthetic) {
    int[] families(Part part) {
        return Chosen.in(parts, part);
    }
}
