package dev.understudy.job;

import dev.understudy.connect.Access;
import dev.understudy.connect.SqlFailure;
import dev.understudy.demo.DemoShop;
import dev.understudy.demo.PlantedCorrelation;
import dev.understudy.plan.PlanSettings;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.report.JudgeSettings;
import dev.understudy.report.Report;
import dev.understudy.target.TargetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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
        RunSettings kept =
                new RunSettings(settings.seed(), settings.threads(), Optional.of(folder.resolve("shop.understudy")));
        // A file that nobody holds open is compacted, and read anew for whoever comes next: seconds in all.
        try (Connection shop = held(source);
                Connection copy = held(target)) {
            DemoShop.build(shop, settings.seed());
            // Planning and reading leave a core free.
            CompletableFuture<List<Double>> real =
                    CompletableFuture.supplyAsync(() -> measures(shop, DemoShop.correlations()));
            RunResult result = CloneJob.run(
                    SourceSettings.of(source), new TargetEnd(target, TargetSettings.DEFAULT), planned, kept, progress);
            return new Demo(result, survivals(real.join(), measures(target, copy)));
        } catch (SQLException e) {
            throw SqlFailure.translate("Working on the demo", e);
        }
    }

    /** Judges the copy that an earlier {@link #run} left in a folder. */
    public static Report report(Path folder, PlanSettings planned, JudgeSettings settings) {
        return ReportJob.run(
                SourceSettings.of(access(folder, "source")),
                SourceSettings.of(access(folder, "target")),
                Optional.empty(),
                planned,
                settings,
                RunProgress.NONE);
    }

    private static Connection held(Access access) throws SQLException {
        return DriverManager.getConnection(access.url());
    }

    private static Access access(Path folder, String name) {
        // Whoever closes the file next may compact it; the demo's user need not wait for that.
        String file = "jdbc:h2:file:%s;MAX_COMPACT_TIME=0";
        return Access.of(file.formatted(folder.toAbsolutePath().normalize().resolve(name)), "", "");
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

    private static List<Survival> survivals(List<Double> real, List<Double> copied) {
        List<Survival> survivals = new ArrayList<>();
        for (int i = 0; i < real.size(); i++) {
            survivals.add(new Survival(DemoShop.correlations().get(i), real.get(i), copied.get(i)));
        }
        return survivals;
    }

    /** The first half over one connection, the second over another. */
    private static List<Double> measures(Access access, Connection held) throws SQLException {
        List<PlantedCorrelation> all = DemoShop.correlations();
        int half = all.size() / 2;
        try (Connection other = held(access)) {
            CompletableFuture<List<Double>> first =
                    CompletableFuture.supplyAsync(() -> measures(held, all.subList(0, half)));
            List<Double> second = measures(other, all.subList(half, all.size()));
            List<Double> measures = new ArrayList<>(first.join());
            measures.addAll(second);
            return measures;
        }
    }

    private static List<Double> measures(Connection connection, List<PlantedCorrelation> planted) {
        return planted.stream().map(one -> measure(connection, one)).toList();
    }

    private static double measure(Connection connection, PlantedCorrelation planted) {
        try {
            return number(connection, planted.sqlMeasure());
        } catch (SQLException e) {
            throw SqlFailure.translate("Measuring " + planted.name(), e);
        }
    }

    private static double number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }
}
