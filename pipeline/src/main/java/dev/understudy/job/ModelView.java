package dev.understudy.job;

import dev.understudy.explain.ModelAccount;
import dev.understudy.explain.TableAccount;
import dev.understudy.model.DatabaseModel;
import java.nio.file.Path;
import java.util.List;

/**
 * A model file, opened to be looked at.
 *
 * @param digest of the model
 */
public record ModelView(Path file, String digest, DatabaseModel model) {
    /** @throws dev.understudy.problem.UnderstudyException if the file is missing, damaged or of another format */
    public static ModelView open(Path file) {
        SavedModel saved = SavedModel.read(file);
        return new ModelView(file, saved.digest(), saved.model());
    }

    /** What was learned of each table, parents before children. */
    public List<TableAccount> accounts() {
        return ModelAccount.of(model);
    }
}
