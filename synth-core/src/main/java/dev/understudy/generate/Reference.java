package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.ReferenceModel.Bucket;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.random.Draws;
import dev.understudy.random.Permutation;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import java.util.List;
import java.util.Map;

/**
 * One reference link while rows are generated: who follows it, what is known of a target before it is chosen, and the rows among
 * which it is. Immutable once {@link #prepare} has run.
 *
 * <p>A target repeats another one ({@link Repetition}), or is kin ({@link TargetsOfKin}), or agrees with what earlier links have
 * fixed ({@link AgreeingTargets}), or has a code of its own ({@link CategoryTargets}), or is dealt out by its degree, within what
 * narrows the link down ({@link TargetBuckets}).
 */
final class Reference {
    /** Attempts at another target within the row's own bucket. */
    private static final int OWN_BUCKET = 24;

    private final int index;
    private final ReferenceModel model;
    private final ForeignKey link;
    private final GeneratedTable child;
    private final GeneratedTable target;
    private final Draws draws;
    private final LinkType type;
    private final OptionalLink optional;
    private final FixedColumns fixed;
    private final WholeKeys keys;
    private final Degrees degrees;
    private final Repetition repetition;
    private final TableTree tree;
    private final boolean unique;
    /** Null if no other link has fixed anything. */
    private final AgreeingTargets agreeing;
    /** Null if no target is kin. */
    private final TargetsOfKin kin;
    /** Of a link to rows that have codes; others have {@link #buckets}. */
    private CategoryTargets categories;

    private TargetBuckets buckets;

    Reference(int index, GeneratedTable child, Tables tables) {
        this.index = index;
        this.child = child;
        this.model = child.model().references().get(index);
        this.link = tables.link(child.model().name(), model.link());
        this.target = tables.get(link.parent());
        this.draws = child.draws().at("reference " + model.link());
        this.type = new LinkType(link, child);
        this.optional = new OptionalLink(child, link, index);
        this.fixed = fixedColumns();
        this.keys = new WholeKeys(link, target);
        this.degrees = Degrees.of(link, target.model().cascade());
        this.repetition = new Repetition(model.repeats(), index, draws);
        this.tree = new TableTree(child, index, model.column());
        this.unique = child.schema().keys().stream()
                .anyMatch(key -> key.isPlain() && link.childColumns().containsAll(key.columns()));
        this.agreeing = fixed.isEmpty() ? null : new AgreeingTargets(fixed, buckets("fixed"), unique, draws);
        this.kin = model.repeats().kin().stream()
                .map(kin -> new Kindred(kin, index, child, target, tables))
                .map(kin -> new TargetsOfKin(kin, target, buckets("kin"), degrees.most() <= 1))
                .findFirst()
                .orElse(null);
    }

    private FixedColumns fixedColumns() {
        List<FixedColumns.Pair> pairs = link.columns().stream()
                .filter(pair -> !OptionalLink.isOwn(child, pair, index))
                .map(pair -> new FixedColumns.Pair(
                        child.cell(child.column(pair.child())), target.cell(target.column(pair.parent()))))
                .toList();
        return new FixedColumns(pairs, target);
    }

    /** Looks at the rows of the target, which are there now. */
    void prepare() {
        if (kind() == Kind.ROW && !isFixed()) {
            categories = new CategoryTargets(this, model.column(), child, draws);
            return;
        }
        buckets = buckets("deal");
        for (Block block : target.blocks()) {
            for (int row = 0; row < block.rows(); row++) {
                if (!keys.isWhole(block, row)) {
                    continue;
                }
                long degree = degrees.of(block, row, 0);
                buckets.add(TargetBuckets.ALL, block, row, degree);
                if (agreeing != null) {
                    agreeing.add(block, row, degree);
                }
                if (kin != null) {
                    kin.add(block, row, degree);
                }
            }
        }
    }

    private TargetBuckets buckets(String use) {
        return new TargetBuckets(model.buckets(), draws.at(use));
    }

    Kind kind() {
        return model.kind();
    }

    GeneratedTable target() {
        return target;
    }

    List<ColumnPair> pairs() {
        return link.columns();
    }

    ReferenceModel model() {
        return model;
    }

    Draws draws() {
        return draws;
    }

    /** Which rows follow the link. */
    LinkType type() {
        return type;
    }

    /** What earlier links have fixed. */
    FixedColumns fixed() {
        return fixed;
    }

    /** How often rows of the target are pointed at. */
    Degrees degrees() {
        return degrees;
    }

    /** The tree that a link into its own table makes. */
    TableTree tree() {
        return tree;
    }

    /** What rows say of targets that repeat. */
    Repetition repetition() {
        return repetition;
    }

    /** Targets by what they hang on; null if no target is kin. */
    TargetsOfKin kin() {
        return kin;
    }

    /** True if a column of the child's cascade holds numbers. */
    boolean isNumber(int column) {
        return child.model().cascade().get(column).codec() instanceof NumberCodec;
    }

    /** True if earlier links have fixed columns of this one. */
    boolean isFixed() {
        return !fixed.isEmpty();
    }

    /** True if no two rows may point at the same target. */
    boolean isUnique() {
        return unique;
    }

    /** True if another link tells the type, so that it is known only when that one has its target. */
    boolean isTypedByLink() {
        return type.isToldByLink();
    }

    /** True if the row is of the type that follows the link; rows of a link without types all are. */
    boolean follows(Block block, int row) {
        return type.isOf(block, row);
    }

    /** True if the link has a column that may be null for its sake. */
    boolean mayBeNull() {
        return optional.mayBeNull();
    }

    /** True if a row may do without a target. */
    boolean mayPointNowhere(Block block, int row) {
        return optional.mayPointNowhere(block, row);
    }

    /** True if the row does not follow the link, or the cascade says that it points nowhere. */
    boolean isNull(Block block, int row) {
        return !follows(block, row) || model.column() >= 0 && block.isNull(model.column(), row) && mayBeNull();
    }

    /** True if the row is going to point nowhere, also where its target is chosen last. */
    boolean willBeNull(Block block, int row) {
        return kind() == Kind.SELF ? mayBeNull() && tree.level(block, row) == 0 : isNull(block, row);
    }

    /** False for a row of the target whose key has no value. */
    boolean isPointable(long at) {
        return keys.isWhole(at);
    }

    /** False if there is nothing to point at. */
    boolean hasTargets() {
        return target.rows() > 0 && (buckets == null || buckets.widest(TargetBuckets.ALL) >= 0);
    }

    /** True if the row's target is that of the owner or of the sibling before, or kin. */
    boolean repeats(Block block, int row) {
        return repetition.isSaid(block, row);
    }

    /** That target; -1 if there is none, or it does not agree with what earlier links have fixed. */
    long repeated(Block block, int row) {
        long found = repetition.isKin(block, row) ? kin.draw(block, row, 0, false) : repetition.target(block, row);
        return found >= 0 && (!isFixed() || fixed.agree(block, row, found)) ? found : -1;
    }

    /**
     * The bucket from which a row's target is dealt because it is kin; -1 if it is not, or what it hangs on is not known before
     * targets are chosen.
     */
    int kinBucket(Block block, int row) {
        return repetition.isKin(block, row) ? kin.bucket(block, row) : -1;
    }

    /** From now on, others are dealt what kin have left. @param taken how often each row was dealt to kin */
    void leave(Map<Long, Integer> taken) {
        buckets.dealer().take(taken);
    }

    /** The narrowest bucket that has rows, for dealing. */
    int bucket(Block block, int row) {
        return buckets.narrowest(TargetBuckets.ALL, block, row);
    }

    /** Deals targets out by degree. */
    Dealer dealer() {
        return buckets.dealer();
    }

    /** Makes the columns that narrow the target down say what it says. */
    void tellBuckets(Block block) {
        for (Bucket bucket : model.buckets()) {
            for (int row = 0; row < block.rows(); row++) {
                long at = block.targets[index][row];
                if (at >= 0) {
                    Block of = target.blockOf(at);
                    int targetRow = (int) (at - of.firstRow());
                    block.codes[bucket.column()][row] = of.codes[bucket.targetColumn()][targetRow];
                    if (block.values[bucket.column()] != null && of.values[bucket.targetColumn()] != null) {
                        block.values[bucket.column()][row] = of.values[bucket.targetColumn()][targetRow];
                    }
                }
            }
        }
    }

    /** True if the row's target says what earlier links have fixed. */
    boolean agrees(Block block, int row) {
        return fixed.agree(block, row, block.targets[index][row]);
    }

    /** A target that agrees with what earlier links have fixed, and with its bucket if it can; -1 if there is none. */
    long agreeing(Block block, int row, long attempt) {
        return agreeing.target(block, row, attempt, attempt > OWN_BUCKET);
    }

    /** How many targets agree with what earlier links have fixed. */
    int agreeing(Block block, int row) {
        return agreeing.count(block, row);
    }

    /** The target of a category link: the row of its code, or one without a code of its own. */
    long category(Block block, int row, long attempt) {
        return categories.target(block, row, attempt);
    }

    /** A target that no other row has; -1 for rows beyond the number of targets. */
    long alone(Block block, int row) {
        long most = Math.max(child.plannedRows(), target.rows());
        long drawn = new Permutation(draws.at("alone"), Math.max(1, most)).at(block.place(row));
        return drawn < target.rows() ? drawn : -1;
    }

    /** Another target for a row, or -1. Not for targets that are chosen last. @param attempt at least 1 */
    long other(Block block, int row, int attempt) {
        if (!hasTargets()) {
            return -1;
        }
        if (isFixed()) {
            return agreeing(block, row, attempt);
        }
        if (kind() == Kind.ROW) {
            return category(block, row, attempt);
        }
        if (attempt <= OWN_BUCKET && repetition.isKin(block, row)) {
            long other = kin.draw(block, row, attempt, attempt > OWN_BUCKET / 2);
            if (other >= 0) {
                return other;
            }
        }
        return dealer().draw(attempt <= OWN_BUCKET ? bucket(block, row) : 0, block.place(row), attempt);
    }
}
