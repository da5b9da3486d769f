package dev.understudy.job;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.demo.DemoShop;
import dev.understudy.demo.PlantedCorrelation;
import dev.understudy.plan.PlanSettings;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.target.TargetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a shop in a folder, clones it there, and measures what is left of what is true in it. */
public final class DemoJob {
    /** Names that the folder may hold from an earlier demo. */
    private static final List<String> FILES =
            List.of("source.mv.db", "source.trace.db", "target.mv.db", "target.trace.db", "shop.understudy");

    private DemoJob() {}

    /**
     * How a planted correlation came through.
     *
     * @param source its measure in the source
     * @param target its measure in the copy
     */
    public record Survival(PlantedCorrelation planted, double source, double target) {}

    /** What a demo gives. */
    public record Demo(RunResult result, List<Survival> survivals) {}

    /** @param folder is made if missing; files of an earlier demo in it are replaced */
    public static Demo run(Path folder, RunSettings settings, PlanSettings planned, RunProgress progress) {
        clear(folder);
        Access source = access(folder, "source");
        Access target = access(folder, "target");
        try (Database shop = Database.open(source)) {
            shop.with("Building the demo shop", connection -> {
                DemoShop.build(connection, settings.seed());
                return null;
            });
        }
        RunSettings kept =
                new RunSettings(settings.seed(), settings.threads(), Optional.of(folder.resolve("shop.understudy")));
        RunResult result = CloneJob.run(
                SourceSettings.of(source), new TargetEnd(target, TargetSettings.DEFAULT), planned, kept, progress);
        return new Demo(result, survivals(source.asSource(), target.asSource()));
    }

    private static Access access(Path folder, String name) {
        return Access.of("jdbc:h2:file:" + folder.toAbsolutePath().normalize().resolve(name), "", "");
    }

    private static void clear(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String file : FILES) {
                Files.deleteIfExists(folder.resolve(file));
            }
        } catch (IOException e) {
            throw new UnderstudyException(Problem.FAILED, "The folder %s cannot be written.".formatted(folder), e);
        }
    }

    private static List<Survival> survivals(Access source, Access target) {
        try (Database real = Database.open(source);
                Database copy = Database.open(target)) {
            List<Survival> survivals = new ArrayList<>();
            for (PlantedCorrelation planted : DemoShop.correlations()) {
                survivals.add(new Survival(planted, measure(real, planted), measure(copy, planted)));
            }
            return survivals;
        }
    }

    private static double measure(Database database, PlantedCorrelation planted) {
        return database.with("Measuring " + planted.name(), connection -> number(connection, planted.sqlMeasure()));
    }

    private static double number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }
}
