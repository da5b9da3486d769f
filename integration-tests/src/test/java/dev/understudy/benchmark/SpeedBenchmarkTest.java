package dev.understudy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.load.postgresql.EncodedAway;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.file.ModelFile;
import dev.understudy.model.file.ModelKey;
import dev.understudy.servers.DatabaseServer;
import dev.understudy.servers.MariaDbServer;
import dev.understudy.servers.PostgresServer;
import dev.understudy.sql.ddl.SchemaNames;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints how fast rows are made and loaded, beside the server's own load of the same rows in the same run. {@code
 * -Dspeed.rows=5000000} rows of the larger narrow table, a fifth of the wide one; {@code -Dspeed.repeats=5}.
 */
@Tag("bench")
class SpeedBenchmarkTest {
    private static final long LEARNED = 100_000;
    private static final double ENTRIES_PER_ACCOUNT = 5.4;

    private final long rows = Long.getLong("speed.rows", 1_000_000);
    private final int repeats = Integer.getInteger("speed.repeats", 3);

    @TempDir
    private Path folder;

    private Path learn(String name, List<String> tables, List<String> content, List<String> build) throws Exception {
        String source = PostgresServer.shared().createDatabase("speed_" + name + "_source");
        OwnLoad.run(source, tables);
        OwnLoad.run(source, content);
        OwnLoad.run(source, build);
        Path model = folder.resolve(name + ".understudy");
        JsonNode learned = CommandLineRun.of(
                        "learn", "--source", source, "--model", model.toString(), "--output", "json")
                .done()
                .json();
        System.out.printf("learned %s: %s%n", name, learned.path("seconds"));
        return model;
    }

    private Path narrow() throws Exception {
        List<String> build = new ArrayList<>(SpeedSource.NARROW_KEYS);
        build.addAll(SpeedSource.NARROW_LINKS);
        return learn(
                "narrow",
                SpeedSource.NARROW_TABLES,
                SpeedSource.narrowRows(Math.round(LEARNED / ENTRIES_PER_ACCOUNT)),
                build);
    }

    private Path wide() throws Exception {
        return learn("wide", SpeedSource.WIDE_TABLES, SpeedSource.wideRows(LEARNED), SpeedSource.WIDE_KEYS);
    }

    @Test
    void generatingAlone() throws Exception {
        alone("narrow", narrow(), rows / (double) LEARNED);
        alone("wide", wide(), rows / 5.0 / LEARNED);
    }

    private void alone(String name, Path file, double scale) {
        DatabaseModel model = ModelFile.read(file, ModelKey.from(any -> null)).model();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < repeats + 1; i++) {
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            EncodedAway away = new EncodedAway();
            long made = new DatabaseGenerator(
                            model, new GenerateSettings(scale, Map.of(), 42, 1), GenerateProgress.NONE)
                    .generate(away).values().stream().mapToLong(Long::longValue).sum();
            double core = made / ((system.getProcessCpuTime() - cpu) / 1e9) / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "%s alone: %,d rows, %.0f MB, %.3f million rows per second of CPU, %.3f by the clock%n",
                    name,
                    made,
                    away.bytes() / 1e6,
                    core,
                    made / ((System.nanoTime() - start) / 1e9) / 1e6);
            rates.add(core);
        }
        // The first one warms up.
        System.out.printf(Locale.ROOT, "%s alone, median: %.3f%n", name, median(rates.subList(1, rates.size())));
        assertThat(rates).allMatch(rate -> rate > 0.005);
    }

    @Test
    void loadingPostgres() throws Exception {
        load("PostgreSQL narrow", PostgresServer.shared(), narrow(), rows / (double) LEARNED, true, true);
        load("PostgreSQL wide", PostgresServer.shared(), wide(), rows / 5.0 / LEARNED, true, false);
    }

    @Test
    void loadingMariaDb() throws Exception {
        load("MariaDB narrow", MariaDbServer.shared(), narrow(), rows / 5.0 / LEARNED, false, true);
        load("MariaDB wide", MariaDbServer.shared(), wide(), rows / 25.0 / LEARNED, false, false);
    }

    @Test
    void loadingH2() throws Exception {
        OwnBatches batches = new OwnBatches(1, 10_000);
        embedded("H2 narrow", "jdbc:h2:file:%s", narrow(), rows / 5.0 / LEARNED, batches, true);
        embedded("H2 wide", "jdbc:h2:file:%s", wide(), rows / 25.0 / LEARNED, batches, false);
    }

    @Test
    void loadingSqlite() throws Exception {
        OwnBatches inserts = new OwnBatches(100, 100);
        embedded("SQLite narrow", "jdbc:sqlite:%s", narrow(), rows / 5.0 / LEARNED, inserts, true);
        embedded("SQLite wide", "jdbc:sqlite:%s", wide(), rows / 25.0 / LEARNED, inserts, false);
    }

    /** Only the loading, of rows that stand in memory on both sides; by turns, since the machine may be busy. */
    @Test
    void loadingAlone() throws Exception {
        alone("H2", "jdbc:h2:file:%s", new OwnBatches(1, 10_000));
        alone("SQLite", "jdbc:sqlite:%s", new OwnBatches(100, 100));
    }

    private void alone(String name, String url, OwnBatches own) throws Exception {
        for (boolean narrow : new boolean[] {true, false}) {
            DatabaseModel model = ModelFile.read(narrow ? narrow() : wide(), ModelKey.from(any -> null))
                    .model();
            KeptRows kept = new KeptRows();
            double scale = rows / (narrow ? 5.0 : 25.0) / LEARNED;
            new DatabaseGenerator(model, new GenerateSettings(scale, Map.of(), 42, 1), GenerateProgress.NONE)
                    .generate(kept);
            String schema = url.startsWith("jdbc:h2") ? "PUBLIC" : "";
            SchemaNames names = new SchemaNames(Map.of("public", schema));
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < repeats + 1; i++) {
                Path place = Files.createTempDirectory(folder, "alone");
                String ours = url.formatted(place.resolve("ours"));
                String theirs = url.formatted(place.resolve("theirs"));
                OwnLoad.run(ours, embeddedTables(narrow));
                OwnLoad.run(theirs, embeddedTables(narrow));
                double loaded = kept.load(ours, names);
                own.encode(ours, narrow ? List.of("account", "entry") : List.of("person"));
                double ownLoaded = own.load(theirs);
                System.out.printf(
                        Locale.ROOT,
                        "%s %s, loading alone: %.3f s, its own %.3f s, ratio %.2f%n",
                        name,
                        narrow ? "narrow" : "wide",
                        loaded,
                        ownLoaded,
                        ownLoaded / loaded);
                ratios.add(ownLoaded / loaded);
            }
            // The first one warms up.
            double median = median(ratios.subList(1, ratios.size()));
            System.out.printf(
                    Locale.ROOT, "%s %s, loading alone, median: %.2f%n", name, narrow ? "narrow" : "wide", median);
            assertThat(ratios).allMatch(ratio -> ratio > 0.01);
        }
    }

    /** Quoted in lower case, with a key by which rows are stored. */
    private static List<String> embeddedTables(boolean narrow) {
        return (narrow ? SpeedSource.NARROW_TABLES : SpeedSource.WIDE_TABLES)
                .stream()
                        .map(sql -> sql.replaceFirst("id bigint NOT NULL", "id INTEGER PRIMARY KEY")
                                .replaceFirst("TABLE (\\w+)", "TABLE \"$1\"")
                                .replaceAll("([(,] ?)(\\w+) (?=[a-zI])", "$1\"$2\" "))
                        .toList();
    }

    /** Rows into files, beside the fastest inserts of the same rows into tables of the same form. */
    private void embedded(String name, String url, Path model, double scale, OwnBatches own, boolean narrow)
            throws Exception {
        List<String> tables = embeddedTables(narrow);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            Path place = Files.createTempDirectory(folder, "embedded");
            String target = url.formatted(place.resolve("ours"));
            JsonNode run = CommandLineRun.of(
                            "generate",
                            "--model",
                            model.toString(),
                            "--target",
                            target,
                            "--scale",
                            Double.toString(scale),
                            "--output",
                            "json")
                    .done()
                    .json();
            double ours = run.path("seconds").path("generate").asDouble();
            long made = 0;
            for (JsonNode table : run.path("tables")) {
                made += table.path("targetRows").asLong();
            }
            own.encode(target, narrow ? List.of("account", "entry") : List.of("person"));
            String theirs = url.formatted(place.resolve("theirs"));
            OwnLoad.run(theirs, tables);
            double loaded = own.load(theirs);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d rows; rows alone %.2f s (%.3f million/s), its own %.2f s, ratio %.2f; finished after %.2f s%n",
                    name,
                    made,
                    ours,
                    made / ours / 1e6,
                    loaded,
                    loaded / ours,
                    ours + run.path("seconds").path("finish").asDouble());
            ratios.add(loaded / ours);
        }
        System.out.printf(Locale.ROOT, "%s, median of %d: %.2f of its own speed%n", name, repeats, median(ratios));
        assertThat(ratios).allMatch(ratio -> ratio > 0.01);
    }

    private void load(String name, DatabaseServer server, Path model, double scale, boolean postgres, boolean narrow)
            throws Exception {
        List<String> tables = narrow ? SpeedSource.NARROW_TABLES : SpeedSource.WIDE_TABLES;
        List<String> keys = narrow ? SpeedSource.NARROW_KEYS : SpeedSource.WIDE_KEYS;
        List<String> links = new ArrayList<>(narrow ? SpeedSource.NARROW_LINKS : List.of());
        if (narrow && !postgres) {
            // The fastest safe way there: the link unseen, then a search for orphans.
            links.add(0, "SET foreign_key_checks = 0");
            links.add("SELECT count(*) FROM entry e LEFT JOIN account a ON a.id = e.account WHERE a.id IS NULL");
        }
        OwnLoad own = new OwnLoad(folder, postgres);
        List<Double> bare = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            String target = server.createDatabase("speed_ours");
            JsonNode run = CommandLineRun.of(
                            "generate",
                            "--model",
                            model.toString(),
                            "--target",
                            target,
                            "--scale",
                            Double.toString(scale),
                            "--output",
                            "json")
                    .done()
                    .json();
            double ours = run.path("seconds").path("generate").asDouble();
            double finished = ours + run.path("seconds").path("finish").asDouble();
            long made = 0;
            for (JsonNode table : run.path("tables")) {
                made += table.path("targetRows").asLong();
            }
            own.encode(target, narrow ? List.of("account", "entry") : List.of("person"));
            String theirs = server.createDatabase("speed_theirs");
            OwnLoad.run(theirs, tables);
            if (!postgres) {
                // There a primary key from the beginning costs nothing.
                OwnLoad.run(
                        theirs,
                        keys.stream().filter(sql -> sql.contains("PRIMARY")).toList());
            }
            double loaded = own.load(theirs);
            double built = loaded
                    + OwnLoad.run(
                            theirs,
                            keys.stream()
                                    .filter(sql -> postgres || !sql.contains("PRIMARY"))
                                    .toList())
                    + OwnLoad.run(theirs, links);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d rows, %.0f MB; rows alone %.2f s (%.3f million/s, %.1f MB/s), the server's own %.2f s, ratio %.2f;"
                            + " with keys, index, link, checks %.2f s, its own %.2f s, ratio %.2f%n",
                    name,
                    made,
                    own.bytes() / 1e6,
                    ours,
                    made / ours / 1e6,
                    own.bytes() / ours / 1e6,
                    loaded,
                    loaded / ours,
                    finished,
                    built,
                    built / finished);
            bare.add(loaded / ours);
            whole.add(built / finished);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, medians of %d: rows alone %.2f, whole %.2f of the server's own speed; peak memory %s%n",
                name,
                repeats,
                median(bare),
                median(whole),
                peak());
        assertThat(whole).allMatch(ratio -> ratio > 0.01);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Most memory of this process so far, as the system tells it; tests and all. */
    private static String peak() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .findFirst()
                    .orElse("unknown");
        } catch (java.io.IOException e) {
            return "unknown";
        }
    }
}
