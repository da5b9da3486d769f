package dev.understudy.learn;

import dev.understudy.data.KeyHash;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.ColumnFill.Place;
import dev.understudy.semantic.ColumnContext;
import dev.understudy.semantic.DocumentRecipe;
import dev.understudy.semantic.DocumentRecipe.Elements;
import dev.understudy.semantic.DocumentRecipe.Follows;
import dev.understudy.semantic.DocumentRecipe.Member;
import dev.understudy.semantic.DocumentRecipe.Node;
import dev.understudy.semantic.DocumentRecipe.What;
import dev.understudy.semantic.TextRecipe.Choice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths of documents as hidden columns of their row: what stands there, how long an array is, of what its elements are. Drawn
 * behind the row's own columns, they follow these and each other.
 */
final class DocumentGuides {
    /** Share of the values at a path that must be of one kind. */
    private static final double ONE_KIND = 0.95;

    private static final int BOOLEAN = 1;
    private static final int FEWEST = 20;

    private final String name;
    private final TextSample texts;
    private final TableSample sample;
    private final List<EncodedColumn> columns;
    private final int k;
    private final List<Place> places;
    private final ColumnContext context;

    /**
     * @param columns of the cascade so far; hidden ones are added
     * @param places  of the fill so far; those of the hidden columns are added
     */
    DocumentGuides(
            String name,
            TextSample texts,
            TableSample sample,
            List<EncodedColumn> columns,
            List<Place> places,
            ColumnContext context,
            int k) {
        this.name = name;
        this.texts = texts;
        this.sample = sample;
        this.columns = columns;
        this.places = places;
        this.context = context;
        this.k = k;
    }

    DocumentRecipe guided(DocumentRecipe recipe) {
        return new DocumentRecipe(guided("", recipe.root()), recipe.maxLength(), recipe.syntax(), recipe.form());
    }

    private Node guided(String path, Node node) {
        DocumentRows.Path rows = texts.documents().paths().get(path);
        Follows follows = rows == null ? null : follows(path, rows, node);
        List<Member> members = new ArrayList<>();
        for (Member member : node.members()) {
            members.add(new Member(member.name(), member.share(), guided(path + "/" + member.name(), member.node())));
        }
        Elements elements = node.elements() == null
                ? null
                : new ElementGuides(texts, sample, columns, context, k)
                        .guided(
                                path,
                                node.elements(),
                                classes -> hidden("<elements of " + title(path) + ">", classes),
                                (member, values, missing) -> level(path, member, values, missing));
        return node.with(members, elements).following(follows);
    }

    private String title(String path) {
        return name + path;
    }

    /** The hidden column of a path; null where it would hold too little, or too many kinds of things. */
    private Follows follows(String path, DocumentRows.Path rows, Node node) {
        long all = rows.numbers + rows.labels + rows.arrays + rows.objects;
        if (all < FEWEST) {
            return null;
        }
        if (rows.numbers >= ONE_KIND * all) {
            return numbers(path, rows, Math.pow(10, node.numbers().decimals()), true);
        }
        if (rows.arrays >= ONE_KIND * all) {
            return numbers(path, rows, 1, false);
        }
        if (rows.labels >= ONE_KIND * all) {
            return labels(path, rows, node);
        }
        // The root is always there; of other objects what matters is whether they are.
        return rows.objects >= ONE_KIND * all && all < sample.rows() ? presence(path, rows) : null;
    }

    private Follows numbers(String path, DocumentRows.Path rows, double unit, boolean floating) {
        long[] values = new long[sample.rows()];
        BitSet missing = new BitSet();
        for (int row = 0; row < values.length; row++) {
            long at = rows.at(row);
            missing.set(row, at == DocumentRows.ABSENT);
            if (at != DocumentRows.ABSENT) {
                values[row] = floating ? Math.round(Double.longBitsToDouble(at) * unit) : at;
            }
        }
        NumberCodec codec = NumberEncoding.fit(values, missing, sample.family(), k, false, 0);
        if (codec.codes() < 2) {
            return null;
        }
        String column = "<%s of %s>".formatted(floating ? "number" : "length", title(path));
        columns.add(EncodedColumn.numbers(column, codec, values, missing, ""));
        return new Follows(place(column), floating ? What.NUMBER : What.LENGTH);
    }

    private Follows labels(String path, DocumentRows.Path rows, Node node) {
        List<String> labels =
                new ArrayList<>(node.labels().stream().map(Choice::text).toList());
        Map<Long, Integer> codes = new HashMap<>();
        for (String label : labels) {
            codes.put(KeyHash.of(label), codes.size() + 1);
        }
        if (node.kinds().get(BOOLEAN) > 0) {
            codes.put(DocumentRows.FALSE, codes.size() + 1);
            codes.put(DocumentRows.TRUE, codes.size() + 1);
            labels.addAll(List.of("false ", "true "));
        }
        LabelCodec codec = new LabelCodec(labels);
        short[] coded = new short[sample.rows()];
        for (int row = 0; row < coded.length; row++) {
            long at = rows.at(row);
            coded[row] = (short) (at == DocumentRows.ABSENT ? 0 : codes.getOrDefault(at, codec.rare()));
        }
        String column = "<label of " + title(path) + ">";
        columns.add(EncodedColumn.of(column, codec, coded));
        return new Follows(place(column), What.LABEL);
    }

    private Follows presence(String path, DocumentRows.Path rows) {
        int[] classes = new int[sample.rows()];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = rows.at(row) == DocumentRows.ABSENT ? -1 : 0;
        }
        return new Follows(hidden("<presence of " + title(path) + ">", classes), What.PRESENCE);
    }

    /** The mean score of a number in the elements of each row: a number that others may add up to. */
    private int level(String path, String member, long[] values, BitSet missing) {
        String column = "<level of %s[]%s>".formatted(title(path), member.isEmpty() ? "" : "/" + member);
        EncodedColumn level = NumberEncoding.mean(column, values, missing, sample.family(), k, ElementLevels.DECIMALS);
        if (level.codec().codes() < 2) {
            return -1;
        }
        columns.add(level);
        return place(column);
    }

    private int hidden(String column, int[] classes) {
        columns.add(Guides.numbered(column, classes));
        return place(column);
    }

    private int place(String column) {
        places.add(new Place(Place.HIDDEN, column));
        return places.size() - 1;
    }
}
