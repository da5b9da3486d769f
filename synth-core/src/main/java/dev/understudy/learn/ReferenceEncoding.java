package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.FamilyCount;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.encode.RowCodec;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.ReferenceModel.Bucket;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.model.ReferenceModel.Repeats;
import dev.understudy.schema.ForeignKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Links other than the owning one: which columns of the cascade decide them. */
final class ReferenceEncoding {
    private static final int MOST_ROWS = 4000;
    /** Levels of a tree inside one table below this are folded into it. */
    private static final int MOST_LEVELS = 60;

    private final TableContext context;
    private final TableSample sample;
    private final EncodedTable owner;
    private final int k;
    private final List<EncodedColumn> columns;
    private final Map<Integer, RestColumns.Of> rests;
    private final String leading;

    /**
     * @param sample  rows of the table whose links they are
     * @param owner   the owner's table in codes, or null
     * @param columns the cascade so far; columns are added to its end
     * @param rests   those that are worked out child by child, by place; some are added
     * @param leading the table's first column that orders siblings; empty if none does
     */
    ReferenceEncoding(
            TableContext context,
            TableSample sample,
            EncodedTable owner,
            List<EncodedColumn> columns,
            Map<Integer, RestColumns.Of> rests,
            String leading) {
        this.context = context;
        this.sample = sample;
        this.owner = owner;
        this.k = context.k();
        this.columns = columns;
        this.rests = rests;
        this.leading = leading;
    }

    /**
     * @param target  the target's table in codes; null for links to the table itself and for those that close a ring
     * @param earlier links of the table that are chosen before
     */
    ReferenceModel encode(ForeignKey link, Kind kind, EncodedTable target, List<ForeignKey> earlier) {
        int[] rows = sample.targets(link.name());
        return switch (kind) {
            case ROW -> new ReferenceModel(link.name(), kind, rowColumn(link, rows, target), List.of());
            case SELF -> new ReferenceModel(link.name(), kind, levelColumn(link, rows), List.of());
            case LATE -> new ReferenceModel(link.name(), kind, presence(link, rows), List.of());
            case DEALT -> dealt(link, rows, target, earlier);
        };
    }

    private int rowColumn(ForeignKey link, int[] rows, EncodedTable target) {
        int parents = target.sample().rows();
        int[] shared = shared(rows, parents);
        RowCodec codec = new RowCodec(shared, parents, uneven(rows, shared, parents));
        int[] codeOf = new int[parents];
        Arrays.fill(codeOf, codec.rare());
        for (int i = 0; i < codec.rows().length; i++) {
            codeOf[codec.rows()[i]] = i + 1;
        }
        short[] codes = new short[rows.length];
        for (int row = 0; row < rows.length; row++) {
            codes[row] = (short) (rows[row] == -1 ? Codec.NULL : rows[row] < 0 ? codec.rare() : codeOf[rows[row]]);
        }
        return add(EncodedColumn.of("<" + link.name() + ">", codec, codes));
    }

    /** How the other rows are referenced, if k families do so. */
    private double uneven(int[] rows, int[] shared, int parents) {
        boolean[] isShared = new boolean[parents];
        Arrays.stream(shared).forEach(parent -> isShared[parent] = true);
        FamilyCount families = new FamilyCount(k);
        int[] counts = new int[parents];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] >= 0 && !isShared[rows[row]]) {
                families.add(sample.family()[row]);
                counts[rows[row]]++;
            }
        }
        int[] others = IntStream.range(0, parents)
                .filter(parent -> !isShared[parent])
                .map(parent -> counts[parent])
                .toArray();
        return families.full() ? RowCodec.uneven(others) : 1;
    }

    /** Parent rows that k families reference, most referenced first. */
    private int[] shared(int[] rows, int parents) {
        FamilyCount[] families = new FamilyCount[parents];
        int[] counts = new int[parents];
        for (int row = 0; row < rows.length; row++) {
            int parent = rows[row];
            if (parent >= 0) {
                families[parent] = families[parent] == null ? new FamilyCount(k) : families[parent];
                families[parent].add(sample.family()[row]);
                counts[parent]++;
            }
        }
        return IntStream.range(0, parents)
                .filter(parent -> families[parent] != null && families[parent].full())
                .boxed()
                .sorted(Comparator.comparingInt((Integer parent) -> counts[parent])
                        .reversed())
                .limit(MOST_ROWS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Depth below a root: 0 for a root, capped; rows in a loop count as roots. */
    private int levelColumn(ForeignKey link, int[] parentOf) {
        int[] level = new int[parentOf.length];
        for (int row = 0; row < level.length; row++) {
            int depth = 0;
            for (int at = row; parentOf[at] >= 0 && parentOf[at] != at && depth < MOST_LEVELS; at = parentOf[at]) {
                depth++;
            }
            level[row] = depth;
        }
        return add(NumberEncoding.counts("<level " + link.name() + ">", level, sample.family(), k));
    }

    private int presence(ForeignKey link, int[] rows) {
        LabelCodec codec = new LabelCodec(List.of());
        short[] codes = new short[rows.length];
        boolean anyMissing = false;
        for (int row = 0; row < rows.length; row++) {
            // A row of another type says nothing of whether those that follow the link point somewhere.
            codes[row] = (short) (rows[row] == -1 ? Codec.NULL : codec.rare());
            anyMissing |= rows[row] == -1;
        }
        return anyMissing ? add(EncodedColumn.of("<" + link.name() + ">", codec, codes)) : -1;
    }

    private ReferenceModel dealt(ForeignKey link, int[] rows, EncodedTable target, List<ForeignKey> earlier) {
        List<Bucket> buckets = new ArrayList<>();
        int presence = presence(link, rows);
        RepeatedTargets repeated = RepeatedTargets.of(context, link, KinFinder.of(context, sample, link, earlier));
        Repeats repeats = repeated.areWorthTelling()
                ? repeated.by(add(repeated.column("<" + link.name() + " again>")))
                : Repeats.NONE;
        int[] fresh = repeated.areWorthTelling() ? repeated.fresh(rows) : rows;
        for (int targetColumn : bucketColumns(link, fresh, target)) {
            EncodedColumn of = target.columns().get(targetColumn);
            boolean ordering = ordersSiblings(link, of.name());
            if (ordering) {
                new SiblingPaces(sample, owner, k).addBefore(leading, bucketName(link, of.name()), columns, rests);
            }
            EncodedColumn bucket = seenFromChild(link, rows, of);
            buckets.add(new Bucket(add(bucket), targetColumn));
            if (ordering) {
                SiblingRuns.of(sample, bucket, k).ifPresent(run -> rests.put(add(run.column()), run));
            }
        }
        return new ReferenceModel(link.name(), Kind.DEALT, presence, buckets, repeats);
    }

    /** True for a part of the link that orders siblings, such as the year of a season. @param of the target's column */
    private boolean ordersSiblings(ForeignKey link, String of) {
        int pair = link.parentColumns().indexOf(of);
        return pair >= 0 && link.childColumns().get(pair).equals(leading);
    }

    /** Name of the column by which a child chooses its target. @param of the target's column */
    static String bucketName(ForeignKey link, String of) {
        return "<" + link.name() + " " + of + ">";
    }

    private EncodedColumn seenFromChild(ForeignKey link, int[] rows, EncodedColumn of) {
        short[] codes = new short[rows.length];
        long[] values = new long[of.isSubtractable() ? rows.length : 0];
        java.util.BitSet missing = new java.util.BitSet();
        int pair = link.parentColumns().indexOf(of.name());
        LinkPart own =
                pair < 0 ? null : new LinkPart(sample.column(link.childColumns().get(pair)), of.codec());
        for (int row = 0; row < rows.length; row++) {
            boolean known = rows[row] >= 0 && !of.missing().get(rows[row]);
            int alone = own == null ? 0 : own.code(row);
            codes[row] = rows[row] < 0 ? (short) alone : of.codes()[rows[row]];
            missing.set(row, !known && alone == 0);
            if (values.length > 0 && !known && alone != 0) {
                values[row] = own.number(row);
            }
            if (values.length > 0 && known) {
                values[row] = of.values()[rows[row]];
            }
        }
        String name = bucketName(link, of.name());
        Codec codec = of.codec() instanceof NumberCodec numbers
                ? SeenRange.of(numbers, codes, sample.family(), context.k())
                : of.codec();
        return new EncodedColumn(name, codec, of.groups(), codes, values, missing, of.kind());
    }

    /**
     * Columns of the target that narrow it down: the speaking parts of a composite key (year, league, team), numbers
     * first; otherwise the one attribute that children differ by most.
     *
     * @param rows targets of rows that choose one of their own
     */
    private List<Integer> bucketColumns(ForeignKey link, int[] rows, EncodedTable target) {
        List<Integer> keyParts = new ArrayList<>();
        for (int c = 0; c < target.columns().size(); c++) {
            EncodedColumn column = target.columns().get(c);
            if (link.parentColumns().contains(column.name()) && speaks(column)) {
                keyParts.add(c);
            }
        }
        keyParts.sort(Comparator.comparing(c -> target.columns().get(c).codec() instanceof NumberCodec ? 0 : 1));
        return keyParts.isEmpty() ? TargetAttribute.of(sample, rows, target, owner) : keyParts;
    }

    /** True if the codes of a column tell its values apart, for most rows: numbers by their cell, texts by their label. */
    private static boolean speaks(EncodedColumn column) {
        if (column.codec() instanceof NumberCodec numbers) {
            return numbers.codes() > 2;
        }
        if (!(column.codec() instanceof LabelCodec labels)) {
            return true;
        }
        int rare = 0;
        for (short code : column.codes()) {
            rare += code == labels.rare() ? 1 : 0;
        }
        return 2 * rare < column.codes().length;
    }

    private int add(EncodedColumn column) {
        columns.add(column);
        return columns.size() - 1;
    }
}
