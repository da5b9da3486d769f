package dev.understudy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.benchmark.BenchmarkSet;
import dev.understudy.compare.HalfSource;
import dev.understudy.data.RowSource;
import dev.understudy.privacy.AuditedRows;
import dev.understudy.report.ColumnReport;
import dev.understudy.report.Judge;
import dev.understudy.report.JudgeSettings;
import dev.understudy.report.JudgedData;
import dev.understudy.report.LinkReport;
import dev.understudy.report.Notice;
import dev.understudy.report.Report;
import dev.understudy.report.TableReport;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One half of real families is judged against the other, as it is and with one fault planted into it. */
abstract class RealFaultsContract {
    /** Everything that is read. */
    abstract BenchmarkSet set();

    abstract Families families();

    /** The subject, and a table that hangs on it and has columns of its own. */
    abstract List<String> tables();

    /** Name of a column of the subject with labels. */
    abstract String category();

    private TableName table(int place) {
        return set().columns().keySet().stream()
                .filter(name -> name.name().equalsIgnoreCase(tables().get(place)))
                .findFirst()
                .orElseThrow();
    }

    private HalfSource half(boolean first) {
        return families().rows(family -> families().turn(family) < 0.5 == first);
    }

    private Report judged(RowSource made) {
        Map<TableName, List<Column>> columns = new LinkedHashMap<>();
        set().columns().forEach((table, read) -> {
            if (table.equals(table(0)) || table.equals(table(1))) {
                columns.put(table, read);
            }
        });
        HalfSource real = half(true);
        AuditedRows rows = new AuditedRows(
                set().request().schema(),
                set().request().graph(),
                columns,
                Set.of(),
                Set.of(),
                Set.of(),
                families().side(real, columns),
                real,
                families().side(made, columns),
                made,
                null,
                List.of());
        return new Judge(
                        new JudgedData(
                                "one half", "the other", rows, rows, List.of(), Set.of(), Map.of(), Map.of(), Map.of()),
                        JudgeSettings.DEFAULT)
                .report();
    }

    private static TableReport of(Report report, TableName table) {
        return report.tables().stream()
                .filter(one -> one.name().equals(table.toString()))
                .findFirst()
                .orElseThrow();
    }

    private int[] shuffled(TableName table, long seed) {
        List<Integer> rows = new ArrayList<>(
                IntStream.range(0, (int) half(false).count(table)).boxed().toList());
        Collections.shuffle(rows, new Random(seed));
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private ForeignKey link() {
        return set().request().schema().foreignKeysOf(table(1)).stream()
                .filter(one -> one.parent().equals(table(0)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void freshRowsAreAsGoodAsTheirFloor() throws IOException {
        Report report = judged(half(false));
        for (int place : new int[] {0, 1}) {
            TableReport table = of(report, table(place));
            assertThat(table.scores().shapes()).isGreaterThan(table.floor().shapes() - 0.02);
            assertThat(table.scores().pairs()).isGreaterThan(table.floor().pairs() - 0.02);
            assertThat(table.scores().detection()).isBetween(0.46, 0.54);
        }
        assertThat(of(report, table(1)).scores().oneHop())
                .isGreaterThan(of(report, table(1)).floor().oneHop() - 0.02);
        assertThat(report.notices()).extracting(Notice::id).doesNotContain("group-drift", "association-lost");
        told("fresh rows", report);
    }

    @Test
    void independentColumnsShowInPairsAndDetection() throws IOException {
        TableName child = table(1);
        MovedCells made = new MovedCells(half(false), child);
        long seed = 1;
        for (Column column : set().columns().get(child)) {
            if (set().request().schema().foreignKeysOf(child).stream()
                    .noneMatch(link -> link.childColumns().contains(column.name()))) {
                made.move(column.name(), shuffled(child, seed++));
            }
        }
        Report report = judged(made);
        TableReport table = of(report, child);
        told("independent columns", report);
        assertThat(table.scores().shapes()).isGreaterThan(table.floor().shapes() - 0.02);
        assertThat(table.scores().pairs()).isLessThan(table.floor().pairs() - 0.1);
        assertThat(table.scores().detection()).isGreaterThan(0.8);
        assertThat(table.telling()).isNotEmpty();
    }

    @Test
    void shuffledLinksShowInTrendsOverThem() throws IOException {
        TableName child = table(1);
        MovedCells made = new MovedCells(half(false), child);
        int[] from = shuffled(child, 7);
        link().childColumns().forEach(column -> made.move(column, from));
        Report report = judged(made);
        told("shuffled links", report);
        TableReport table = of(report, child);
        assertThat(table.scores().pairs()).isGreaterThan(table.floor().pairs() - 0.02);
        assertThat(table.scores().cardinality()).isGreaterThan(table.floor().cardinality() - 0.02);
        assertThat(table.scores().oneHop()).isLessThan(table.floor().oneHop() + 0.01);
        LinkReport link = report.links().stream()
                .filter(one -> one.name().equals(link().name()))
                .findFirst()
                .orElseThrow();
        assertThat(link.association()).isLessThan(0.35);
        assertThat(link.associationFloor()).isGreaterThan(0.85);
        assertThat(report.notices())
                .filteredOn(notice -> notice.object().startsWith(child.toString()))
                .extracting(Notice::id)
                .contains("association-lost");
        assertThat(link.sequence().gaps())
                .as("neighbours do not follow each other any more")
                .isGreaterThan(0.05);
        TableReport above = of(report, table(0));
        assertThat(above.scores().aggregated()).isGreaterThan(above.floor().aggregated() + 0.04);
    }

    @Test
    void aCollapsedCategoryIsWarnedOf() throws IOException {
        TableName subject = table(0);
        Column column = set().columns().get(subject).stream()
                .filter(one -> one.name().equalsIgnoreCase(category()))
                .findFirst()
                .orElseThrow();
        int[] frequent = new int[(int) half(false).count(subject)];
        Arrays.fill(frequent, mostFrequent(subject, column));
        Report report = judged(new MovedCells(half(false), subject).move(column.name(), frequent));
        told("collapsed category", report);
        assertThat(report.notices())
                .filteredOn(notice -> notice.object().equals(subject + "." + column.name()))
                .extracting(Notice::id)
                .contains("low-coverage", "group-drift");
        ColumnReport collapsed = of(report, subject).columns().stream()
                .filter(one -> one.name().equals(column.name()))
                .findFirst()
                .orElseThrow();
        assertThat(collapsed.scores().coverage()).isLessThan(0.8);
    }

    private int mostFrequent(TableName table, Column column) {
        Map<Object, int[]> seen = new HashMap<>();
        int[] at = {0};
        half(false).read(table, List.of(column), batch -> {
            for (int row = 0; row < batch.rows(); row++, at[0]++) {
                Object value = MovedCells.value(batch.column(0), row);
                int place = at[0];
                if (value != null) {
                    seen.computeIfAbsent(value, any -> new int[] {0, place})[0]++;
                }
            }
        });
        return seen.values().stream()
                .max(Comparator.comparingInt(one -> one[0]))
                .orElseThrow()[1];
    }

    /** One line a table, for the record. */
    private void told(String fault, Report report) throws IOException {
        for (TableReport table : report.tables()) {
            String line =
                    "%s, %s: shapes %.3f (%.3f), pairs %.3f (%.3f), 1-hop %.3f (%.3f), C2ST %.3f (%.3f), Agg %.3f (%.3f)%n"
                            .formatted(
                                    table.name(),
                                    fault,
                                    table.scores().shapes(),
                                    table.floor().shapes(),
                                    table.scores().pairs(),
                                    table.floor().pairs(),
                                    table.scores().oneHop(),
                                    table.floor().oneHop(),
                                    table.scores().detection(),
                                    table.floor().detection(),
                                    table.scores().aggregated(),
                                    table.floor().aggregated());
            Files.writeString(
                    Path.of("target", "faults.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
