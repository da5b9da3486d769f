package dev.understudy.job;

import dev.understudy.model.DatabaseModel;
import dev.understudy.model.file.ModelFile;
import java.nio.file.Path;

/**
 * A model and the file that it stands in.
 *
 * @param digest of the model; equal models have equal digests
 */
record SavedModel(DatabaseModel model, Path file, String digest) {
    static SavedModel write(DatabaseModel model, RunSettings settings, String runId) {
        Path file = settings.model().orElseGet(() -> Path.of(".understudy", runId + ".understudy"));
        return new SavedModel(model, file, ModelFile.write(model, file));
    }

    static SavedModel read(Path file) {
        DatabaseModel model = ModelFile.read(file);
        return new SavedModel(model, file, ModelFile.digest(model));
    }
}
