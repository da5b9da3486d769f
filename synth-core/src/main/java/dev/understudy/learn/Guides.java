package dev.understudy.learn;

import dev.understudy.encode.LabelCodec;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.ColumnFill.Place;
import dev.understudy.schema.Column;
import dev.understudy.semantic.ColumnContext;
import dev.understudy.semantic.DocumentRecipe;
import dev.understudy.semantic.TextObserver;
import dev.understudy.semantic.TextRecipe;
import dev.understudy.semantic.TextRecipe.GuidedRecipe;
import dev.understudy.semantic.TextRecipe.PooledRecipe;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Hidden columns that make texts follow the rest of their row: how long a text is, and of what kind. They stand behind all
 * other columns of the row in the cascade, and are drawn as these are.
 */
final class Guides {
    private static final int FEWEST_ROWS = 100;

    private final TableSample sample;
    private final List<EncodedColumn> columns;
    private final int k;

    /** @param columns of the cascade so far; hidden ones are added */
    Guides(TableSample sample, List<EncodedColumn> columns, int k) {
        this.sample = sample;
        this.columns = columns;
        this.k = k;
    }

    /** The same fill, guided where the texts are words and enough of them are known. */
    ColumnFill.Text guided(Column column, ColumnFill.Text fill, TextSample texts, ColumnContext context) {
        if (fill.recipe() instanceof PooledRecipe pooled) {
            return grouped(column, fill, pooled, texts, context);
        }
        if (fill.recipe() instanceof DocumentRecipe documents) {
            List<Place> places = new ArrayList<>(fill.sources());
            DocumentRecipe recipe =
                    new DocumentGuides(column.name(), texts, sample, columns, places, context, k).guided(documents);
            return new ColumnFill.Text(fill.column(), recipe, places);
        }
        boolean words = fill.recipe() instanceof TextRecipe.PhraseRecipe
                || fill.recipe() instanceof TextRecipe.ProseRecipe prose && !prose.unique();
        int known = sample.rows() - texts.missing().cardinality();
        if (!words || known < FEWEST_ROWS || !texts.observer().isShared()) {
            return fill;
        }
        Optional<Topics> topics = Topics.of(texts.words(), columns, sample.family(), k);
        List<Place> places = new ArrayList<>(fill.sources());
        int length = places.size();
        places.add(new Place(Place.HIDDEN, length(column, texts)));
        if (topics.isEmpty()) {
            return new ColumnFill.Text(fill.column(), new GuidedRecipe(List.of(fill.recipe()), -1, length), places);
        }
        places.add(new Place(
                Place.HIDDEN,
                kind("<topic of " + column.name() + ">", topics.get().of())));
        List<TextRecipe> kinds = topics.get().tilts().stream()
                .map(tilt -> texts.observer().recipe(fill.recipe(), context, word -> tilt.getOrDefault(word, 1.0)))
                .toList();
        return new ColumnFill.Text(fill.column(), new GuidedRecipe(kinds, length + 1, length), places);
    }

    /** Rare values by groups, each with a pool of its own. */
    private ColumnFill.Text grouped(
            Column column, ColumnFill.Text fill, PooledRecipe pooled, TextSample texts, ColumnContext context) {
        EncodedColumn own = columns.get(fill.column());
        int code = ((LabelCodec) own.codec()).rare();
        boolean[] rare = new boolean[sample.rows()];
        for (int row = 0; row < rare.length; row++) {
            rare[row] = (own.codes()[row] & 0xFFFF) == code;
        }
        List<EncodedColumn> others =
                columns.stream().filter(other -> other != own).toList();
        Optional<RareGroups> groups = RareGroups.of(texts.hashes(), rare, others, sample.family(), k);
        if (groups.isEmpty()) {
            return fill;
        }
        int[] of = groups.get().of();
        List<TextRecipe> kinds = new ArrayList<>();
        for (int g = 0; g < groups.get().count(); g++) {
            int group = g;
            TextRecipe member = member(pooled.of(), of, group, texts, context);
            kinds.add(RareValues.pool(member, texts, row -> of[row] == group)
                    .map(TextRecipe.class::cast)
                    .orElse(member));
        }
        List<Place> places = new ArrayList<>(fill.sources());
        places.add(new Place(Place.HIDDEN, kind("<group of " + column.name() + ">", of)));
        return new ColumnFill.Text(fill.column(), new GuidedRecipe(kinds, places.size() - 1, -1), places);
    }

    /** Codes of a group have patterns of their own, where enough families show them. */
    private TextRecipe member(TextRecipe all, int[] of, int group, TextSample texts, ColumnContext context) {
        if (!(all instanceof TextRecipe.PatternRecipe)) {
            return all;
        }
        TextObserver seen = new TextObserver(k);
        for (int row : texts.rowTexts().rows()) {
            if (of[row] == group) {
                seen.observe(texts.rowTexts().at(row), sample.family()[row]);
            }
        }
        return seen.isShared() && seen.recipe(context) instanceof TextRecipe.PatternRecipe pattern ? pattern : all;
    }

    private String length(Column column, TextSample texts) {
        String name = "<length of " + column.name() + ">";
        long[] lengths = texts.words().lengths();
        BitSet missing = texts.missing();
        columns.add(EncodedColumn.numbers(
                name, NumberEncoding.fit(lengths, missing, sample.family(), k, false, 0), lengths, missing, ""));
        return name;
    }

    private String kind(String name, int[] kinds) {
        columns.add(numbered(name, kinds));
        return name;
    }

    /** A hidden column of numbered kinds. @param kinds of each row from 0; -1 for none */
    static EncodedColumn numbered(String name, int[] kinds) {
        int count = 1 + IntStream.of(kinds).max().orElse(0);
        LabelCodec codec = new LabelCodec(
                IntStream.range(0, count).mapToObj(String::valueOf).toList());
        short[] codes = new short[kinds.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = (short) (kinds[row] + 1);
        }
        return EncodedColumn.of(name, codec, codes);
    }
}
