package dev.understudy.report;

import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import dev.understudy.compare.DatabaseComparison;
import dev.understudy.compare.Halves;
import dev.understudy.compare.Side;
import dev.understudy.fidelity.Cardinality;
import dev.understudy.fidelity.HopTrends;
import dev.understudy.fidelity.LinkAssociations;
import dev.understudy.fidelity.Sequences;
import dev.understudy.privacy.AuditedRows;
import dev.understudy.privacy.OtherTables;
import dev.understudy.privacy.PrivacyResult;
import dev.understudy.privacy.PrivacySettings;
import dev.understudy.privacy.PrivacySuite;
import dev.understudy.random.Draws;
import dev.understudy.schema.TableName;
import dev.understudy.utility.GroupShares;
import dev.understudy.utility.GroupShares.Drift;
import dev.understudy.utility.Prediction;
import dev.understudy.utility.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a report of two data sets: fidelity beside its floor, utility, privacy, bias, gates. */
public final class Judge {
    private static final int MOST_PREDICTED = 5;
    private static final double LOW_COVERAGE = 0.8;
    private static final double LOST_ASSOCIATION = 0.6;
    private static final double MOST_DRIFTS = 100;

    private final JudgedData data;
    private final JudgeSettings settings;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();

    public Judge(JudgedData data, JudgeSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    /** Deterministic but for {@code seconds}. */
    public Report report() {
        long start = System.nanoTime();
        AuditedRows rows = data.rows();
        Comparison comparison = new DatabaseComparison(
                        rows.schema(), rows.graph(), rows.columns(), data.leftOut(), settings.k())
                .of(rows.real(), rows.synthetic());
        Comparison floor = Halves.of(comparison, settings.seed());
        TableJudge judge = new TableJudge(comparison, floor, settings);
        List<TableReport> tables = new ArrayList<>();
        for (TableName name : rows.columns().keySet()) {
            ComparedTable table = comparison.table(name.toString()).orElseThrow();
            tables.add(judge.report(
                    table,
                    data.realRows().getOrDefault(name, -1L),
                    data.madeRows().getOrDefault(name, -1L)));
        }
        List<LinkReport> links = links(comparison, floor);
        start = spent("fidelity", start);
        List<Prediction.Result> predictions = predictions(comparison);
        Workload.Result workload = Workload.of(comparison);
        Workload.Result workloadFloor = Workload.of(floor);
        List<Drift> drifts = GroupShares.drifts(comparison);
        start = spent("utility", start);
        List<PrivacyResult> privacy = new ArrayList<>();
        PrivacySettings attacks =
                new PrivacySettings(settings.k(), settings.sensitive(), settings.groups(), settings.seed());
        for (TableName subject : data.subjects()) {
            privacy.add(new PrivacySuite(data.audited(), attacks).run(subject));
        }
        OtherTables.result(rows, data.subjects(), data.samples().isEmpty(), attacks)
                .ifPresent(privacy::add);
        spent("privacy", start);
        Scores scores = judge.overall(tables.stream().map(TableReport::scores).toList());
        double utility = TableJudge.mean(
                predictions.stream().mapToDouble(Prediction.Result::ratio).toArray());
        notice(tables, links, drifts, privacy);
        if (!data.samples().isEmpty() && !rows.lookups().isEmpty()) {
            notices.add(new Notice(
                    "labels-not-searched",
                    "",
                    "only a sample of the families was read, so nobody knows which labels of lookup tables are rare"));
        }
        Map<String, Double> samples = new LinkedHashMap<>();
        data.samples().forEach((subject, share) -> samples.put(subject.toString(), share));
        return new Report(
                Report.VERSION,
                data.real(),
                data.synthetic(),
                seconds,
                samples,
                settings.k(),
                scores,
                judge.overallFloor(tables.stream().map(TableReport::floor).toList()),
                judge.strongOverall(),
                tables,
                links,
                predictions,
                utility,
                workload,
                workloadFloor,
                drifts.stream().limit((long) MOST_DRIFTS).toList(),
                privacy,
                settings.gates().gates(scores.overall(), utility, privacy),
                notices);
    }

    private long spent(String step, long start) {
        long now = System.nanoTime();
        seconds.put(step, Math.round((now - start) / 1e7) / 1e2);
        return now;
    }

    private List<LinkReport> links(Comparison comparison, Comparison floor) {
        Charts charts = new Charts(settings.k());
        List<LinkReport> links = new ArrayList<>();
        for (int i = 0; i < comparison.links().size(); i++) {
            ComparedLink link = comparison.links().get(i);
            // The first links of the floor are those of the comparison, in its order.
            ComparedLink half = floor.links().get(i);
            boolean ordered = link.owning()
                    && !link.child().order().isEmpty()
                    && link.child().rows(Side.REAL) > 0;
            links.add(new LinkReport(
                    link.name(),
                    link.child().name(),
                    link.parent().name(),
                    link.owning(),
                    Cardinality.of(link),
                    Cardinality.of(half),
                    trends(link),
                    trends(half),
                    LinkAssociations.kept(link),
                    LinkAssociations.kept(half),
                    charts.fanOut(link),
                    ordered ? Sequences.of(link) : null));
        }
        return links;
    }

    private static double trends(ComparedLink link) {
        return HopTrends.of(link).orElse(Double.NaN);
    }

    private List<Prediction.Result> predictions(Comparison comparison) {
        Draws draws = Draws.seeded(settings.seed()).at("prediction");
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String target : settings.targets()) {
            int dot = target.lastIndexOf('.');
            wanted.put(target.substring(0, Math.max(0, dot)), target.substring(dot + 1));
        }
        List<ComparedTable> tables = comparison.tables().stream()
                .filter(table -> wanted.isEmpty() || wanted(wanted, table) != null)
                .sorted(Comparator.comparingInt(table -> -table.rows(Side.REAL)))
                .toList();
        List<Prediction.Result> results = new ArrayList<>();
        int tried = 0;
        for (ComparedTable table : tables) {
            String target = wanted.isEmpty() ? "" : wanted(wanted, table);
            List<Prediction.Result> found =
                    new Prediction(table, settings.groups()).results(target, draws.at(table.name()));
            results.addAll(found);
            tried += found.isEmpty() ? 0 : 1;
            if (wanted.isEmpty() && tried == MOST_PREDICTED) {
                break;
            }
        }
        return results;
    }

    private static String wanted(Map<String, String> wanted, ComparedTable table) {
        String bare = table.name().substring(table.name().lastIndexOf('.') + 1);
        return wanted.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(table.name())
                        || entry.getKey().equalsIgnoreCase(bare))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private void notice(
            List<TableReport> tables, List<LinkReport> links, List<Drift> drifts, List<PrivacyResult> privacy) {
        for (TableReport table : tables) {
            for (ColumnReport column : table.columns()) {
                if (column.scores().coverage() < LOW_COVERAGE) {
                    notices.add(new Notice(
                            "low-coverage",
                            table.name() + "." + column.name(),
                            "only %.0f %% of the real labels or ranges occur in the synthetic column"
                                    .formatted(100 * column.scores().coverage())));
                }
            }
            double shapes = table.scores().shapes() - table.floor().shapes();
            if (shapes > 0.02 && table.comparedReal() >= 1_000) {
                notices.add(new Notice(
                        "memorisation",
                        table.name(),
                        "columns are more alike than halves of the real rows are, by %.3f".formatted(shapes)));
            }
        }
        for (LinkReport link : links) {
            if (link.association() < LOST_ASSOCIATION * link.associationFloor()) {
                notices.add(new Notice(
                        "association-lost",
                        link.child() + " → " + link.parent(),
                        "columns of both have only %.0f %% of the associations that they have in the real rows"
                                .formatted(100 * link.association())));
            }
        }
        drifts.stream()
                .limit(10)
                .forEach(drift -> notices.add(new Notice(
                        "group-drift",
                        drift.table() + "." + drift.column(),
                        "a group is %.1f %% of the real and %.1f %% of the synthetic rows"
                                .formatted(100 * drift.real(), 100 * drift.synthetic()))));
        for (PrivacyResult result : privacy) {
            switch (result.verdict()) {
                case INCONCLUSIVE -> notices.add(new Notice("privacy-inconclusive", result.subject(), result.reason()));
                case FAIL -> notices.add(new Notice("privacy-failed", result.subject(), result.reason()));
                case PASS -> {}
            }
        }
    }
}
