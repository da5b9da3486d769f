package dev.understudy.cli.verb;

import dev.understudy.cli.config.AcknowledgeEntries;
import dev.understudy.cli.config.ColumnEntries;
import dev.understudy.cli.config.Configuration;
import dev.understudy.cli.config.ConfigurationFile;
import dev.understudy.cli.config.GateEntries;
import dev.understudy.cli.config.HookEntries;
import dev.understudy.cli.config.LinkEntries;
import dev.understudy.cli.config.TableEntries;
import dev.understudy.cli.config.WebhookEntry;
import dev.understudy.cli.config.Words;
import dev.understudy.connect.Access;
import dev.understudy.connect.Tls;
import dev.understudy.drift.DriftLimits;
import dev.understudy.job.CsvSettings;
import dev.understudy.job.DataSet;
import dev.understudy.job.RunSettings;
import dev.understudy.job.SourceSettings;
import dev.understudy.job.TargetEnd;
import dev.understudy.learn.LearnLimits;
import dev.understudy.learn.Learner;
import dev.understudy.notify.WebhookSettings;
import dev.understudy.plan.Acknowledgement;
import dev.understudy.plan.LinkRule;
import dev.understudy.plan.PlanSettings;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.report.JudgeSettings;
import dev.understudy.target.SchemaSource;
import dev.understudy.target.TargetSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Flags over configuration over variables over defaults: the settings of a job. */
final class Ends {
    /** The configuration counts cells that trees may look at in millions. */
    private static final long CELLS_OF_BUDGET = 1_000_000;

    private final RunFlags flags;
    private final Configuration configuration;
    private final Map<String, String> environment;

    private Ends(RunFlags flags, Configuration configuration, Map<String, String> environment) {
        this.flags = flags;
        this.configuration = configuration;
        this.environment = environment;
    }

    static Ends of(RunFlags flags) {
        Map<String, String> environment = System.getenv();
        Configuration configuration =
                flags.config == null ? Configuration.NONE : ConfigurationFile.read(flags.config, environment::get);
        return new Ends(flags, configuration, environment);
    }

    /** Only flags and variables; a file that the flags name is not read. */
    static Ends withoutConfiguration(RunFlags flags) {
        return new Ends(flags, Configuration.NONE, System.getenv());
    }

    SourceSettings source() {
        Configuration.Source told = configuration.source();
        List<String> schemas = first(flags.schemas, told.schemas(), List.of());
        return new SourceSettings(
                access("source", flags.source, told.url(), told.user(), told.password(), told.tls()),
                schemas,
                snapshot());
    }

    /** Real data to judge by: those that are named, else the source. */
    DataSet real(String url) {
        Configuration.Source told = configuration.source();
        List<String> schemas = first(flags.schemas, told.schemas(), List.of());
        String where = url != null ? url : first(flags.source, told.url(), "");
        if (where.isEmpty()) {
            throw new UnderstudyException(
                    Problem.USAGE, "No real data are given: use --real URL, or source.url in the configuration.");
        }
        Optional<DataSet> folder = folder("--real", where);
        if (folder.isPresent()) {
            return folder.get();
        }
        return new SourceSettings(
                access("source", where, null, told.user(), told.password(), told.tls()), schemas, snapshot());
    }

    /** Data to be judged: those that are named, else the target. All schemas of them. */
    DataSet judged(String url) {
        Configuration.Target told = configuration.target();
        String where = url != null ? url : first(flags.target, told.url(), "");
        if (where.isEmpty()) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "No synthetic data are given: use --synthetic URL, or target.url in the configuration.");
        }
        Optional<DataSet> folder = folder("--synthetic", where);
        if (folder.isPresent()) {
            return folder.get();
        }
        return new SourceSettings(
                access("target", where, null, told.user(), told.password(), told.tls()), List.of(), snapshot());
    }

    /** Whatever is no URL of a database is a folder of CSV files. */
    private static Optional<DataSet> folder(String flag, String where) {
        if (where.startsWith("jdbc:")) {
            return Optional.empty();
        }
        try {
            Path folder = Path.of(where);
            if (Files.isDirectory(folder)) {
                return Optional.of(new CsvSettings(folder));
            }
        } catch (InvalidPathException e) {
            // No folder can have that name.
        }
        throw new UnderstudyException(
                Problem.USAGE,
                "%s is neither a JDBC URL, such as jdbc:postgresql://host/database, nor a folder of CSV files."
                        .formatted(flag));
    }

    /** True if the configuration says what a release must meet. */
    boolean hasGates() {
        return !configuration.gates().equals(new Configuration.Gates(null, null, null));
    }

    /** How data are judged. */
    JudgeSettings judge() {
        JudgeSettings standard = JudgeSettings.DEFAULT;
        return new JudgeSettings(
                plan().k(),
                first(configuration.utility().targets(), null, List.of()),
                first(configuration.privacy().sensitive(), null, List.of()),
                first(configuration.privacy().groups(), null, List.of()),
                GateEntries.gates(configuration.gates()),
                standard.classifierRows(),
                standard.classified(),
                run().seed());
    }

    /** What counts as drift. */
    DriftLimits drift() {
        return GateEntries.drift(configuration.drift());
    }

    private SnapshotSettings snapshot() {
        Configuration.Snapshot told = configuration.snapshot();
        SnapshotSettings standard = SnapshotSettings.DEFAULT;
        return new SnapshotSettings(
                first(told.readers(), null, standard.readers()),
                told.lockTimeout() == null ? standard.lockTimeout() : Duration.ofSeconds(told.lockTimeout()),
                told.maxDuration() == null ? standard.maxDuration() : Duration.ofMinutes(told.maxDuration()));
    }

    boolean hasTarget() {
        return flags.target != null || configuration.target().url() != null;
    }

    TargetEnd target() {
        Configuration.Target told = configuration.target();
        Access access = access("target", flags.target, told.url(), told.user(), told.password(), told.tls());
        SchemaSource origin = told.schema() == null
                ? SchemaSource.CREATE
                : Words.constant(SchemaSource.class, told.schema(), "target.schema");
        boolean replaces = told.existingRows() != null
                && Words.oneOf(told.existingRows(), List.of("refuse", "replace"), "target.existing-rows")
                        .equals("replace");
        boolean confirmed = told.sameOrigin() != null
                && Words.oneOf(told.sameOrigin(), List.of("confirmed"), "target.same-origin")
                        .equals("confirmed");
        boolean keepsComments = told.tableComments() != null
                && Words.oneOf(told.tableComments(), List.of("mark", "keep"), "target.table-comments")
                        .equals("keep");
        boolean inPlace = told.refresh() != null
                && Words.oneOf(told.refresh(), List.of("beside", "in-place"), "target.refresh")
                        .equals("in-place");
        return new TargetEnd(
                access,
                new TargetSettings(
                        origin,
                        Optional.ofNullable(told.migrations()).map(this::besideConfiguration),
                        replaces && flags.yes,
                        told.protect() == null ? List.of() : told.protect(),
                        confirmed,
                        keepsComments,
                        inPlace),
                HookEntries.hooks(configuration.hooks()));
    }

    /** Warnings that are known and accepted. */
    List<Acknowledgement> acknowledged() {
        return AcknowledgeEntries.acknowledgements(configuration.acknowledge());
    }

    /** Who wants to be told how runs begin and end. */
    Optional<WebhookSettings> webhook() {
        return WebhookEntry.settings(configuration.webhook());
    }

    private Path besideConfiguration(Path path) {
        return flags.config.toAbsolutePath().resolveSibling(path);
    }

    private Access access(
            String end, String flag, String url, String user, String password, Configuration.TlsEntry tls) {
        String where = flag != null ? flag : url;
        if (where == null) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "No %s is given: use --%s URL, or %s.url in the configuration.".formatted(end, end, end));
        }
        String prefix = "UNDERSTUDY_" + end.toUpperCase(java.util.Locale.ROOT);
        Access access = Access.of(
                where,
                first(user, environment.get(prefix + "_USER"), ""),
                first(password, environment.get(prefix + "_PASSWORD"), ""));
        return tls == null ? access : access.with(tls(end, tls));
    }

    /** What is not said is the safest. */
    private Tls tls(String end, Configuration.TlsEntry told) {
        return new Tls(
                told.mode() == null
                        ? Tls.Mode.VERIFY_FULL
                        : Words.constant(Tls.Mode.class, told.mode(), end + ".tls.mode"),
                Optional.ofNullable(told.ca()).map(this::besideConfiguration),
                Optional.ofNullable(told.cert()).map(this::besideConfiguration),
                Optional.ofNullable(told.key()).map(this::besideConfiguration));
    }

    PlanSettings plan() {
        return new PlanSettings(
                first(flags.scale, configuration.scale(), PlanSettings.DEFAULT.scale()),
                TableEntries.rules(configuration.tables()),
                ColumnEntries.rules(configuration.columns()),
                first(configuration.privacy().subject(), null, List.of()),
                first(configuration.privacy().k(), null, PlanSettings.DEFAULT.k()),
                first(flags.rowsPerEmptyTable, null, PlanSettings.DEFAULT.rowsPerEmptyTable()),
                links(),
                rules(),
                configuration.learn().learner() == null
                        ? PlanSettings.DEFAULT.learner()
                        : Words.constant(Learner.class, configuration.learn().learner(), "learn.learner"),
                first(configuration.locale(), null, PlanSettings.DEFAULT.locale()),
                first(configuration.learn().refine(), null, PlanSettings.DEFAULT.refine()),
                limits(configuration.learn()));
    }

    private static LearnLimits limits(Configuration.Learn told) {
        LearnLimits limits = LearnLimits.DEFAULT;
        if (told.memory() != null) {
            limits = limits.withMemory(Words.bytes(told.memory(), "learn.memory"));
        }
        return told.budget() == null ? limits : limits.withBudget(told.budget() * CELLS_OF_BUDGET);
    }

    /** Links that the database does not declare. */
    List<LinkRule> links() {
        return LinkEntries.rules(configuration.links());
    }

    /** Conditions and totals that the database does not declare. */
    List<String> rules() {
        return configuration.rules();
    }

    RunSettings run() {
        int threads = first(flags.threads, configuration.threads(), RunSettings.DEFAULT.threads());
        if (threads < 1) {
            throw new UnderstudyException(Problem.USAGE, "threads is %d; it must be at least 1.".formatted(threads));
        }
        return new RunSettings(
                first(flags.seed, configuration.seed(), RunSettings.DEFAULT.seed()),
                threads,
                Optional.ofNullable(flags.model));
    }

    private static <T> T first(T one, T other, T standard) {
        return one != null ? one : Objects.requireNonNullElse(other, standard);
    }
}
