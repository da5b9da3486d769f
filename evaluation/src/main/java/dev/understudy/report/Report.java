package dev.understudy.report;

import dev.understudy.privacy.PrivacyResult;
import dev.understudy.utility.GroupShares.Drift;
import dev.understudy.utility.Prediction;
import dev.understudy.utility.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike, how useful and how private synthetic data are. Holds no row, and nothing that fewer than k real families share.
 *
 * @param version   of this layout; keys may be added, not renamed
 * @param real      what was compared with, without credentials
 * @param synthetic what was judged
 * @param seconds   that judging took, by step
 * @param samples   share of the families of each subject that was compared, where it is not all of them
 * @param scores    means over columns, pairs and links of all tables; detections are means over tables
 * @param floor     likewise between halves of the real rows
 * @param strong    overall score of strong pairs only, as SDMetrics has it by default
 */
public record Report(
        int version,
        String real,
        String synthetic,
        Map<String, Double> seconds,
        Map<String, Double> samples,
        int k,
        Scores scores,
        Scores floor,
        double strong,
        List<TableReport> tables,
        List<LinkReport> links,
        List<Prediction.Result> predictions,
        double utility,
        Workload.Result workload,
        Workload.Result workloadFloor,
        List<Drift> drifts,
        List<PrivacyResult> privacy,
        List<Gate> gates,
        List<Notice> notices) {
    /** The layout of this version. */
    public static final int VERSION = 1;

    public Report {
        tables = List.copyOf(tables);
        links = List.copyOf(links);
        predictions = List.copyOf(predictions);
        drifts = List.copyOf(drifts);
        privacy = List.copyOf(privacy);
        gates = List.copyOf(gates);
        notices = List.copyOf(notices);
    }

    /** The same with the seconds of a whole run before those of judging, and with more to be known. */
    public Report with(Map<String, Double> moreSeconds, List<Notice> moreNotices) {
        Map<String, Double> all = new LinkedHashMap<>(moreSeconds);
        seconds.forEach(all::put);
        List<Notice> both = new ArrayList<>(moreNotices);
        both.addAll(notices);
        return new Report(
                version,
                real,
                synthetic,
                all,
                samples,
                k,
                scores,
                floor,
                strong,
                tables,
                links,
                predictions,
                utility,
                workload,
                workloadFloor,
                drifts,
                privacy,
                gates,
                both);
    }

    /** True if a gate stops the release. */
    public boolean isStopped() {
        return gates.stream().anyMatch(Gate::stops);
    }
}
