package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.KeptRows;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.ReferenceModel.Bucket;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.model.ReferenceModel.Repeats;
import dev.understudy.random.Draws;
import dev.understudy.random.Permutation;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One reference link while rows are generated: which of its columns an earlier link has fixed already, and the rows that
 * it may point at. Immutable once {@link #prepare} has run.
 */
final class Reference {
    /** Attempts at another target within the row's own bucket. */
    private static final int OWN_BUCKET = 24;

    /** Draws until one is not refused. */
    private static final int KIN_ATTEMPTS = 16;

    /** Levels of a tree at which a search for its root gives up. */
    private static final int DEEPEST = 1_000;

    private static final long ALL = 0x5DEECE66DL;

    private final int index;
    private final ReferenceModel model;
    private final ForeignKey link;
    private final GeneratedTable child;
    private final GeneratedTable target;
    private final List<Integer> fixedPairs = new ArrayList<>();
    private final Draws draws;
    private final Cell type;
    private final boolean typeIsText;
    private final boolean unique;
    private final long mostDegree;
    /** Parts of the target's key that may be null. */
    private final List<Cell> nullableKeys = new ArrayList<>();

    private final Kindred kindred;
    private Dealer byKin;
    private Dealer byBucket;
    private Dealer byFixed;
    /** Of a link to rows that have codes. */
    private CategoryTargets categories;

    Reference(int index, GeneratedTable child, Tables tables) {
        this.index = index;
        this.child = child;
        this.model = child.model().references().get(index);
        this.link = tables.link(child.model().name(), model.link());
        this.target = tables.get(link.parent());
        this.draws = child.draws().at("reference " + model.link());
        this.type = link.isTyped() ? child.cell(typeColumn()) : null;
        this.typeIsText =
                link.isTyped() && Cells.isText(child.schema().columns().get(typeColumn()));
        this.unique = isUniqueKey();
        this.mostDegree = highestDegree();
        this.kindred = model.repeats().kin().stream()
                .map(kin -> new Kindred(kin, index, child, target, tables))
                .findFirst()
                .orElse(null);
        for (int pair = 0; pair < link.columns().size(); pair++) {
            int key = target.column(link.columns().get(pair).parent());
            if (target.schema().columns().get(key).nullable()) {
                nullableKeys.add(target.cell(key));
            }
            if (!isOwnPair(pair)) {
                fixedPairs.add(pair);
            }
        }
    }

    private boolean isOwnPair(int pair) {
        return child.model()
                .fills()
                .get(child.column(link.columns().get(pair).child()))
                .follows(index);
    }

    Kind kind() {
        return model.kind();
    }

    GeneratedTable target() {
        return target;
    }

    List<ForeignKey.ColumnPair> pairs() {
        return link.columns();
    }

    ReferenceModel model() {
        return model;
    }

    boolean isFixed() {
        return !fixedPairs.isEmpty();
    }

    /** Pair whose column is null when the link points nowhere; -1 if the link must point somewhere. */
    static int nullPair(GeneratedTable child, ReferenceModel model, ForeignKey link, int index) {
        for (int pair = 0; pair < link.columns().size(); pair++) {
            int column = child.column(link.columns().get(pair).child());
            Column schema = child.schema().columns().get(column);
            ColumnFill fill = child.model().fills().get(column);
            if (schema.nullable() && fill.follows(index)) {
                return pair;
            }
        }
        return -1;
    }

    boolean mayBeNull() {
        return nullPair(child, model, link, index) >= 0;
    }

    /**
     * True if a row may do without a target: the link has a column that may be null for its sake, or all its columns are
     * those of other links and one of them is missing, as it may be.
     */
    boolean mayPointNowhere(Block block, int row) {
        if (mayBeNull()) {
            return true;
        }
        if (fixedPairs.size() < link.columns().size()) {
            return false;
        }
        boolean missing = false;
        for (ForeignKey.ColumnPair pair : link.columns()) {
            int column = child.column(pair.child());
            boolean isNull = child.cell(column).isNull(block, row);
            if (isNull && !child.schema().columns().get(column).nullable()) {
                return false;
            }
            missing |= isNull;
        }
        return missing;
    }

    /** Looks at the rows of the target, which are there now. */
    void prepare() {
        if (kind() == Kind.ROW && !isFixed()) {
            categories = new CategoryTargets(this, model.column(), child, draws);
            return;
        }
        int degree = degreeColumn();
        byBucket = new Dealer(draws.at("deal"));
        byFixed = isFixed() ? new Dealer(draws.at("fixed")) : null;
        byKin = kindred == null ? null : new Dealer(draws.at("kin"));
        for (Block block : target.blocks()) {
            for (int row = 0; row < block.rows(); row++) {
                if (!isPointable(block, row)) {
                    continue;
                }
                long weight = degree < 0 ? 1 : Math.max(0, block.isNull(degree, row) ? 0 : block.values[degree][row]);
                addTo(byBucket, ALL, block, row, weight);
                if (byFixed != null) {
                    addTo(byFixed, fixedKeyOfTarget(block, row), block, row, weight);
                }
                if (byKin != null) {
                    addTo(byKin, kinKey(kindred.ofTarget(block, row)), block, row, weight);
                }
            }
        }
    }

    /** Adds a row of the target to all that share a key, and to those that also share its buckets. */
    private void addTo(Dealer dealer, long widest, Block block, int row, long weight) {
        long at = block.firstRow() + row;
        long key = widest;
        dealer.add(key, widest, at, weight);
        for (Bucket bucket : model.buckets()) {
            key = Draws.mix(key ^ block.code(bucket.targetColumn(), row) + 1);
            dealer.add(key, widest, at, weight);
        }
    }

    /** Of what hangs on one row. */
    private static long kinKey(long row) {
        return Draws.mix(ALL ^ row + 1);
    }

    /** False for a row whose key has no value. */
    boolean isPointable(long at) {
        if (nullableKeys.isEmpty()) {
            return true;
        }
        Block block = target.blockOf(at);
        return isPointable(block, (int) (at - block.firstRow()));
    }

    private boolean isPointable(Block block, int row) {
        for (Cell key : nullableKeys) {
            if (key.isNull(block, row)) {
                return false;
            }
        }
        return true;
    }

    /** False if there is nothing to point at. */
    boolean hasTargets() {
        return target.rows() > 0 && (byBucket == null || byBucket.bucket(ALL) >= 0);
    }

    /** How often a row of the target is pointed at, at most. */
    long mostDegree() {
        return mostDegree;
    }

    private long highestDegree() {
        int column = degreeColumn();
        if (column < 0) {
            return Long.MAX_VALUE;
        }
        NumberCodec degrees = (NumberCodec) target.model().cascade().get(column).codec();
        return Arrays.stream(degrees.highs()).max().orElse(0);
    }

    /** Column of the target that says how often each row is to be pointed at; -1 if none does. */
    int degreeColumn() {
        String name = ReferenceModel.degreeColumn(link);
        List<CascadeColumn> cascade = target.model().cascade();
        for (int c = 0; c < cascade.size(); c++) {
            if (cascade.get(c).name().equals(name) && cascade.get(c).codec().codes() > 1) {
                return c;
            }
        }
        return -1;
    }

    /** What a row of the target says in the columns that other links have fixed. */
    long fixedKeyOfTarget(Block block, int row) {
        long key = ALL;
        for (int pair : fixedPairs) {
            Cell cell = target.cell(target.column(link.columns().get(pair).parent()));
            key = Draws.mix(key ^ (cell.isNull(block, row) ? 0 : cell.hash(block, row)));
        }
        return key;
    }

    /** What a row says in the columns that other links have fixed; 0 where one is missing. */
    long fixedKeyOfChild(Block block, int row) {
        long key = ALL;
        for (int pair : fixedPairs) {
            Cell cell = child.cell(child.column(link.columns().get(pair).child()));
            if (cell.isNull(block, row)) {
                return 0;
            }
            key = Draws.mix(key ^ cell.hash(block, row));
        }
        return key;
    }

    /** True if the row does not follow the link, or the cascade says that it points nowhere. */
    boolean isNull(Block block, int row) {
        return !follows(block, row) || model.column() >= 0 && block.isNull(model.column(), row) && mayBeNull();
    }

    /** True if the row is of the type that follows the link; rows of a link without types all are. */
    boolean follows(Block block, int row) {
        return !link.isTyped()
                || !type.isNull(block, row)
                        && typeLabel(block, row).equals(link.type().label());
    }

    /** The same for a row that stays as it is. */
    boolean isOfType(KeptRows kept, int row) {
        if (!link.isTyped()) {
            return true;
        }
        KeptRows.Values types = kept.columns().get(typeColumn());
        String label = types.texts().isEmpty()
                ? String.valueOf(types.longs()[row])
                : types.texts().get(row);
        return !types.missing()[row] && label.equals(link.type().label());
    }

    private String typeLabel(Block block, int row) {
        return typeIsText ? type.text(block, row) : String.valueOf(type.number(block, row));
    }

    /** True if another link tells the type, so that it is known only when that one has its target. */
    boolean isTypedByLink() {
        return link.isTyped() && child.model().fills().get(typeColumn()) instanceof ColumnFill.Reference;
    }

    /** Column of the child that decides whether a row follows the link; -1 if all do. */
    int typeColumn() {
        return link.isTyped() ? child.column(link.type().column()) : -1;
    }

    /** True if a column decides which of the links a row follows; it must then stay as it was drawn. */
    static boolean isTypeColumn(List<Reference> links, int column) {
        return links.stream().anyMatch(link -> link.typeColumn() == column);
    }

    /** The link that a column of the row follows: its number; -1 for none. */
    static int of(ColumnFill fill, List<Reference> links, Block block, int row) {
        if (fill instanceof ColumnFill.Reference one) {
            return one.reference();
        }
        if (fill instanceof ColumnFill.TypedReference several) {
            for (int r : several.references()) {
                if (links.get(r).follows(block, row)) {
                    return r;
                }
            }
        }
        return -1;
    }

    /** True if the row's target is that of the owner or of the sibling before, or kin. */
    boolean repeats(Block block, int row) {
        int code = repeatCode(block, row);
        return code == Repeats.OWNERS || code == Repeats.PREVIOUS || code == Repeats.KIN || code == Repeats.EARLIER;
    }

    int repeatCode(Block block, int row) {
        return model.repeats().column() < 0 ? 0 : block.code(model.repeats().column(), row);
    }

    /**
     * The bucket from which a row's target is dealt because it is kin; -1 if it is not, or what it hangs on is not known before
     * targets are chosen.
     */
    int kinBucket(Block block, int row) {
        if (repeatCode(block, row) != Repeats.KIN || !kindred.isKnownBefore()) {
            return -1;
        }
        long with = kindred.ofRow(block, row, target);
        int widest = with < 0 ? -1 : byKin.bucket(kinKey(with));
        // Where nobody may have two, buckets inside buckets would give them two.
        return widest < 0 || mostDegree() <= 1 ? widest : narrowest(byKin, kinKey(with), block, row);
    }

    /** A target that hangs on the same row, whatever others take; -1 if there is none. */
    long kin(Block block, int row, long attempt) {
        long with = kindred.ofRow(block, row, target);
        int bucket = with < 0 ? -1 : byKin.bucket(kinKey(with));
        if (bucket < 0) {
            return -1;
        }
        int narrowest = narrowest(byKin, kinKey(with), block, row);
        for (int more = 0; more < KIN_ATTEMPTS; more++) {
            int from = more < KIN_ATTEMPTS / 2 ? narrowest : bucket;
            long number = KIN_ATTEMPTS * attempt + more;
            // Whoever has tried in vain so often is given one after the other.
            long found = attempt > OWN_BUCKET / 2
                    ? byKin.row(bucket, (int) ((block.place(row) + number) % byKin.size(bucket)))
                    : byKin.draw(from, block.place(row), number);
            if (!isRefused(block, row, found)) {
                return found;
            }
        }
        return -1;
    }

    /** True if a row must not point at a target that is kin. */
    boolean isRefused(Block block, int row, long found) {
        return kindred.isRefused(block, row, found);
    }

    /** True if kin is what the target of the sibling before hangs on. */
    boolean isSucceeding() {
        return kindred != null && kindred.isOfSiblings();
    }

    /** The row that a target hangs on; -1 for none. */
    long kin(long at) {
        Block of = target.blockOf(at);
        return kindred.ofTarget(of, (int) (at - of.firstRow()));
    }

    boolean isNumber(int column) {
        return child.model().cascade().get(column).codec() instanceof NumberCodec;
    }

    /** Deals by kin; null if no target is. */
    Dealer kinDealer() {
        return byKin;
    }

    /** From now on, others are dealt what kin have left. @param taken how often each row was dealt to kin */
    void leave(Map<Long, Integer> taken) {
        byBucket.take(taken);
    }

    /** That target; -1 if there is none, or it does not agree with what earlier links have fixed. */
    long repeated(Block block, int row) {
        long found = -1;
        if (repeatCode(block, row) == Repeats.KIN) {
            found = kin(block, row, 0);
        } else if (repeatCode(block, row) == Repeats.OWNERS) {
            found = block.owner == null
                    ? -1
                    : block.owner.targets[model.repeats().owners()][block.ownerRow[row]];
        } else if (block.hasSiblings() && block.position[row] > 0) {
            boolean earlier = repeatCode(block, row) == Repeats.EARLIER;
            found = earlier ? earlier(block, row) : block.targets[index][row - 1];
        }
        return found >= 0 && (!isFixed() || agrees(block, row, found)) ? found : -1;
    }

    /** What some sibling before has, rather another one than the last. */
    private long earlier(Block block, int row) {
        int back = Math.min(block.position[row], Repeats.MOST_BACK);
        int start = draws.at("earlier").below(back, block.place(row));
        long last = block.targets[index][row - 1];
        for (int i = 0; i < back; i++) {
            long found = block.targets[index][row - 1 - (start + i) % back];
            if (found >= 0 && found != last) {
                return found;
            }
        }
        return last;
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

    /** The narrowest bucket that has rows, for dealing. */
    int bucket(Block block, int row) {
        return narrowest(byBucket, ALL, block, row);
    }

    /**
     * The narrowest bucket of a row; rather a wider one, but for the widest, if nobody in it is to be pointed at: of a season
     * whose champions come from the other league, those.
     */
    private int narrowest(Dealer dealer, long widest, Block block, int row) {
        int found = dealer.bucket(widest);
        long key = widest;
        boolean wanted = false;
        for (Bucket bucket : model.buckets()) {
            key = Draws.mix(key ^ block.code(bucket.column(), row) + 1);
            int narrower = dealer.bucket(key);
            if (narrower < 0 || wanted && dealer.stubs(narrower) == 0) {
                break;
            }
            wanted = dealer.stubs(narrower) > 0;
            found = narrower;
        }
        return found;
    }

    Dealer dealer() {
        return byBucket;
    }

    /** True if the row's target says what earlier links have fixed. */
    boolean agrees(Block block, int row) {
        return agrees(block, row, block.targets[index][row]);
    }

    private boolean agrees(Block block, int row, long at) {
        Block of = target.blockOf(at);
        return fixedKeyOfTarget(of, (int) (at - of.firstRow())) == fixedKeyOfChild(block, row);
    }

    /** A target that agrees with what earlier links have fixed, and with its bucket if it can; -1 if there is none. */
    long agreeing(Block block, int row, long attempt) {
        long fixed = fixedKeyOfChild(block, row);
        if (unique) {
            return oneByOne(byFixed.bucket(fixed), block, row, attempt);
        }
        int bucket = attempt > OWN_BUCKET ? byFixed.bucket(fixed) : narrowest(byFixed, fixed, block, row);
        return bucket < 0 ? -1 : byFixed.draw(bucket, block.place(row), attempt);
    }

    /** Each row of a bucket in turn, from one that other rows hardly begin with. */
    private long oneByOne(int bucket, Block block, int row, long attempt) {
        if (bucket < 0) {
            return -1;
        }
        int size = byFixed.size(bucket);
        long first = new Permutation(draws.at("one by one").at(bucket), size).at(block.place(row) % size);
        return byFixed.row(bucket, (int) ((first + attempt) % size));
    }

    /** How many targets agree with what earlier links have fixed. */
    int agreeing(Block block, int row) {
        int bucket = byFixed.bucket(fixedKeyOfChild(block, row));
        return bucket < 0 ? 0 : byFixed.size(bucket);
    }

    /** The target of a category link: the row of its code, or one without a code of its own. */
    long category(Block block, int row, long attempt) {
        return categories.target(block, row, attempt);
    }

    /** True if the row is going to point nowhere, also where its target is chosen last. */
    boolean willBeNull(Block block, int row) {
        return kind() == Kind.SELF ? mayBeNull() && level(block, row) == 0 : isNull(block, row);
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
        if (attempt <= OWN_BUCKET && repeatCode(block, row) == Repeats.KIN) {
            long kin = kin(block, row, attempt);
            if (kin >= 0) {
                return kin;
            }
        }
        return dealer().draw(attempt <= OWN_BUCKET ? bucket(block, row) : 0, block.place(row), attempt);
    }

    /** Level of a row in a tree inside its table; 0 for a root. */
    long level(Block block, int row) {
        CascadeColumn column = child.model().cascade().get(model.column());
        boolean known = column.codec() instanceof NumberCodec && !block.isNull(model.column(), row);
        return known ? block.values[model.column()][row] : 0;
    }

    /** True if a row of a tree inside its table is another one, or above it. */
    boolean isAbove(long row, long other) {
        long at = other;
        for (int steps = 0; at >= 0 && steps < DEEPEST; steps++) {
            if (at == row) {
                return true;
            }
            Block block = child.blockOf(at);
            long up = block.targets[index][(int) (at - block.firstRow())];
            at = up == at ? -1 : up;
        }
        return at >= 0;
    }

    /** True if no two rows may point at the same target. */
    boolean isUnique() {
        return unique;
    }

    private boolean isUniqueKey() {
        return child.schema().keys().stream()
                .anyMatch(key -> key.isPlain() && link.childColumns().containsAll(key.columns()));
    }

    /** A target that no other row has; -1 for rows beyond the number of targets. */
    long alone(Block block, int row) {
        long most = Math.max(child.plannedRows(), target.rows());
        long drawn = new Permutation(draws.at("alone"), Math.max(1, most)).at(block.place(row));
        return drawn < target.rows() ? drawn : -1;
    }

    Draws draws() {
        return draws;
    }
}
