package dev.understudy.calibrate;

import dev.understudy.data.RowSource;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnRequest;
import dev.understudy.model.DatabaseModel;

/** Learns a model of a whole database and calibrates it. */
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
        DatabaseModel learned = new DatabaseLearner(request, progress).learn(source);
        return Calibration.of(learned, request.settings().threads());
    }
}
