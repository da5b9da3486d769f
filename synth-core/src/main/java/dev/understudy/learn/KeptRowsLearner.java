package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.model.KeptRows;
import dev.understudy.model.TableMode;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which rows of a lookup or copied table stay, and their values. */
final class KeptRowsLearner {
    private static final Pattern MOST_WORDS = Pattern.compile("^(\\s*(?:\\S+\\s+){6}\\S+)\\s+\\S");

    private KeptRowsLearner() {}

    static KeptRows learn(TableContext context, EncodedTable table, TableMode mode) {
        if (!mode.keepsRows()) {
            return KeptRows.NONE;
        }
        TableSample sample = table.sample();
        boolean[] kept = mode == TableMode.COPY ? all(sample.rows()) : referenced(context, sample);
        List<KeptRows.Values> columns = new ArrayList<>();
        for (Column column : context.table(sample.name()).columns()) {
            boolean cuts = mode != TableMode.COPY && !isInKey(context, sample.name(), column);
            columns.add(values(sample, column, kept, cuts));
        }
        return new KeptRows(sample.rows(), kept, columns);
    }

    private static boolean[] all(int rows) {
        boolean[] kept = new boolean[rows];
        Arrays.fill(kept, true);
        return kept;
    }

    /** Rows that k families reference, over all links together. */
    private static boolean[] referenced(TableContext context, TableSample sample) {
        TableName name = sample.name();
        FamilyCount[] families = new FamilyCount[sample.rows()];
        for (ForeignKey link : context.schema().foreignKeysTo(name)) {
            TableSample child = context.samples().get(link.child());
            if (child == null || link.isSelfReference()) {
                continue;
            }
            int[] targets = child.targets(link.name());
            for (int row = 0; row < targets.length; row++) {
                if (targets[row] >= 0) {
                    int target = targets[row];
                    families[target] = families[target] == null ? new FamilyCount(context.k()) : families[target];
                    families[target].add(child.family()[row]);
                }
            }
        }
        boolean[] kept = new boolean[sample.rows()];
        for (int row = 0; row < kept.length; row++) {
            kept[row] = families[row] != null && families[row].full();
        }
        return kept;
    }

    private static boolean isInKey(TableContext context, TableName table, Column column) {
        return context.table(table).keys().stream()
                .anyMatch(key -> key.columns().contains(column.name()));
    }

    /** @param cuts true if long texts are no labels and lose their end */
    private static KeptRows.Values values(TableSample sample, Column column, boolean[] kept, boolean cuts) {
        ColumnSample values = sample.column(column.name());
        boolean[] missing = new boolean[kept.length];
        if (values == null) {
            return new KeptRows.Values(new long[0], 0, List.of(), missing);
        }
        for (int row = 0; row < kept.length; row++) {
            missing[row] = kept[row] && values.missing().get(row);
        }
        if (values instanceof NumberSample numbers) {
            long[] longs = numbers.values().clone();
            for (int row = 0; row < longs.length; row++) {
                longs[row] = kept[row] && !missing[row] ? longs[row] : 0;
            }
            return new KeptRows.Values(longs, numbers.decimals(), List.of(), missing);
        }
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < kept.length; row++) {
            String text =
                    kept[row] && !missing[row] ? ((TextSample) values).all().get(row) : "";
            texts.add(cuts ? beginning(text) : text);
        }
        return new KeptRows.Values(new long[0], 0, texts, missing);
    }

    /** A text without what follows its seventh word: eight words in a row are somebody's. */
    private static String beginning(String text) {
        Matcher words = MOST_WORDS.matcher(text);
        return words.find() ? words.group(1) : text;
    }
}
