package dev.understudy.calibrate;

import dev.understudy.data.RowSource;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnRequest;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.SeenRows;
import dev.understudy.refine.Refinement;
import dev.understudy.schema.TableName;
import java.util.LinkedHashMap;
import java.util.Map;

/** Learns a model of a whole database, calibrates it, and lets it draw again what looks drawn. */
public final class CalibratedLearner {
    private final LearnRequest request;
    private final LearnProgress progress;

    public CalibratedLearner(LearnRequest request, LearnProgress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * @param source is read once, parents before children
     * @return a model that depends on the rows, the request and the seed, not on the number of threads
     */
    public DatabaseModel learn(RowSource source) {
        LearnSettings settings = request.settings();
        Map<TableName, SeenRows> seen = new LinkedHashMap<>();
        DatabaseModel learned = new DatabaseLearner(request, progress).learn(source, seen::put);
        DatabaseModel calibrated = Calibration.of(learned, settings.threads());
        return new Refinement(settings.k(), settings.threads()).of(calibrated, seen);
    }
}
