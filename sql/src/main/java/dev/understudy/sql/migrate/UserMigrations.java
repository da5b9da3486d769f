package dev.understudy.sql.migrate;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Runs the user's own Flyway migrations on a target, with their usual history table. */
public final class UserMigrations {
    private UserMigrations() {}

    /**
     * @param folder    holds {@code V1__….sql} and so on
     * @param beginOver true if the default schema holds nothing but Understudy's own tables, which Flyway would take for
     *                  somebody's
     * @throws UnderstudyException {@link Problem#USAGE} if the folder is missing, a migration fails, or the target's
     *     history is not that of this folder
     */
    public static void migrate(DataSource target, Path folder, boolean beginOver) {
        if (!Files.isDirectory(folder)) {
            throw new UnderstudyException(
                    Problem.USAGE, "The folder of migrations %s does not exist.".formatted(folder));
        }
        try {
            Flyway.configure(UserMigrations.class.getClassLoader())
                    .dataSource(target)
                    .locations("filesystem:" + folder.toAbsolutePath())
                    .baselineOnMigrate(beginOver)
                    .baselineVersion("0")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "The migrations of %s do not run on the target: %s".formatted(folder, firstLine(e)),
                    e);
        }
    }

    private static String firstLine(FlywayException e) {
        String message = e.getMessage() == null ? "Flyway gives no reason." : e.getMessage();
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
