package dev.understudy.job;

import dev.understudy.model.DatabaseModel;
import dev.understudy.model.file.ModelFile;
import dev.understudy.model.file.ModelKey;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A model and the file that it stands in, encrypted if the environment tells a key.
 *
 * @param digest of the model; equal models have equal digests
 */
record SavedModel(DatabaseModel model, Path file, String digest) {
    static SavedModel write(DatabaseModel model, RunSettings settings, String runId) {
        Path file = settings.model().orElseGet(() -> standardFile(runId));
        return new SavedModel(model, file, ModelFile.write(model, file, ModelKey.from(System::getenv)));
    }

    /** Where a clone keeps its model unless it is told otherwise. */
    static Path standardFile(String runId) {
        return Path.of(".understudy", runId + ".understudy");
    }

    /** Begins to read; what is returned waits for the end. */
    static Supplier<SavedModel> reading(Path file) {
        CompletableFuture<SavedModel> read = CompletableFuture.supplyAsync(() -> read(file));
        return () -> {
            try {
                return read.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        };
    }

    static SavedModel read(Path file) {
        ModelFile.Read read = ModelFile.read(file, ModelKey.from(System::getenv));
        return new SavedModel(read.model(), file, read.digest());
    }
}
