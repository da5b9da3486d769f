package dev.understudy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.compare.ColumnKind;
import dev.understudy.fidelity.ColumnScores;
import dev.understudy.privacy.PrivacyResult;
import dev.understudy.privacy.Verdict;
import dev.understudy.report.Chart;
import dev.understudy.report.ColumnReport;
import dev.understudy.report.Gate;
import dev.understudy.report.LinkReport;
import dev.understudy.report.PairMatrix;
import dev.understudy.report.Report;
import dev.understudy.report.ReportPage;
import dev.understudy.report.Scores;
import dev.understudy.report.TableReport;
import dev.understudy.utility.Workload;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: it opens without errors, shows charts, and its filters work, with 300 tables. */
class ReportPageTest {
    private static final String HOSTILE = "</script><b id=\"broken\">";

    @TempDir
    Path folder;

    @Test
    void aLargePageOpensAndFilters() throws Exception {
        String page = ReportPage.of(report(300));
        assertThat(page).doesNotContainPattern("(src|href)=\"https?:");
        String document = Chromium.opened(folder, page, """
                const count = () => document.getElementById('count').textContent;
                const rows = () => document.querySelectorAll('#table-list > details').length;
                const seen = [];
                seen.push(count() + '|' + rows());
                document.getElementById('more').click();
                seen.push(rows());
                const search = document.getElementById('search');
                search.value = 'table_17';
                search.dispatchEvent(new Event('input'));
                seen.push(count() + '|' + rows());
                document.querySelector('#table-list > details').open = true;
                search.value = 'table_1'; search.dispatchEvent(new Event('input'));
                document.getElementById('below').checked = true;
                document.getElementById('below').dispatchEvent(new Event('change'));
                seen.push(count());
                document.querySelector('#table-list > details').open = true;
                document.getElementById('theme').click();
                document.body.dataset.seen = seen.join(';');
                setTimeout(() => dispatchEvent(new Event('beforeprint')), 1000);
                """);
        assertThat(document).contains("data-ready=\"true\"");
        assertThat(document).contains("data-seen=\"300 of 300 tables|40;80;11 of 300 tables|11;55 of 300 tables\"");
        assertThat(document).doesNotContain("<b id=\"broken\">");
        // Charts of the opened table were drawn.
        assertThat(document.substring(document.indexOf("id=\"table-list\""), document.indexOf("id=\"links\"")))
                .contains("<svg");
    }

    private static Report report(int tables) {
        Chart chart = new Chart(List.of("a", HOSTILE, "other"), Arrays.asList(0.5, null, 0.2), List.of(0.4, 0.3, 0.3));
        ColumnReport column = new ColumnReport(
                "amount <b>",
                ColumnKind.CATEGORY,
                0.1,
                new ColumnScores(0.9, 0.1, 0.1, Double.NaN, 0, 0.1, 1),
                0.95,
                chart,
                null);
        List<TableReport> all = IntStream.range(0, tables)
                .mapToObj(i -> new TableReport(
                        "public.table_" + i,
                        1_000,
                        1_000,
                        1_000,
                        1_000,
                        0,
                        scores(i % 2 == 0 ? 0.8 : 0.95),
                        scores(0.96),
                        List.of(),
                        List.of(),
                        List.of(column, column),
                        new PairMatrix(
                                List.of("a", "b"),
                                new double[][] {{1, 0.5}, {0.5, 1}},
                                new double[][] {{1, 0.4}, {0.4, 1}},
                                new double[][] {{1, 0.9}, {0.9, 1}})))
                .toList();
        List<LinkReport> links = IntStream.range(1, tables)
                .mapToObj(i -> new LinkReport(
                        "link_" + i,
                        "public.table_" + i,
                        "public.table_" + i / 3,
                        true,
                        0.9,
                        0.95,
                        Double.NaN,
                        Double.NaN,
                        0.8,
                        Double.NaN,
                        chart,
                        null))
                .toList();
        return new Report(
                Report.VERSION,
                "real",
                HOSTILE,
                Map.of("total", 1.0),
                Map.of("public.table_0", 0.5),
                10,
                scores(0.9),
                scores(0.95),
                0.91,
                all,
                links,
                List.of(),
                Double.NaN,
                new Workload.Result(List.of(), Double.NaN),
                new Workload.Result(List.of(), Double.NaN),
                List.of(),
                List.of(new PrivacyResult(
                        "public.table_0",
                        Verdict.INCONCLUSIVE,
                        "Too few families.",
                        0,
                        0,
                        0,
                        List.of(),
                        List.of(),
                        List.of(new PrivacyResult.Curve("nearest family", new double[][] {{0, 0}, {1, 1}})),
                        new PrivacyResult.Distances(1, new double[] {0.5, 0.5}, new double[] {0.4, 0.6}))),
                List.of(new Gate("privacy", Double.NaN, Double.NaN, Verdict.INCONCLUSIVE, false)),
                List.of());
    }

    private static Scores scores(double value) {
        return new Scores(value, value, value, value, Double.NaN, Double.NaN, 0.6, Double.NaN, value);
    }
}
