package dev.understudy.cli.verb;

import dev.understudy.cli.output.ReportText;
import dev.understudy.job.DataSet;
import dev.understudy.job.ReportJob;
import dev.understudy.job.RunProgress;
import dev.understudy.problem.Problem;
import dev.understudy.report.JudgeSettings;
import dev.understudy.report.Report;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy report}. */
@Command(
        name = "report",
        description = {
            "Judges any two databases of one schema, or folders of CSV files: fidelity, utility, privacy,",
            "and the gates of the configuration. Writes a page, JSON, JUnit XML and a release card into",
            "--report DIR (default: understudy-report). Without --holdout the privacy of the data stays",
            "INCONCLUSIVE, unless they hold copies. A folder holds TABLE.csv for each table, and schema.json",
            "with their types, keys and links, which synthetic data may leave to the real ones."
        })
final class ReportVerb implements Callable<Integer> {
    private static final Path FOLDER = Path.of("understudy-report");

    @Mixin
    private RunFlags flags;

    @Option(names = "--real", paramLabel = "URL|FOLDER", description = "Real data; default: the source.")
    private String real;

    @Option(names = "--synthetic", paramLabel = "URL|FOLDER", description = "Data to be judged; default: the target.")
    private String synthetic;

    @Option(
            names = "--holdout",
            paramLabel = "URL|FOLDER",
            description = "Real data that nothing was made from, in the schema of the real ones.")
    private String holdout;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Ends ends = Ends.of(flags);
        DataSet from = ends.real(real);
        DataSet judged = ends.judged(synthetic);
        Optional<DataSet> held = Optional.ofNullable(holdout).map(ends::real);
        JudgeSettings how = ends.judge();
        RunProgress progress = flags.progress(spec.commandLine().getErr());
        Report report;
        try {
            report = ReportJob.run(from, judged, held, ends.plan(), how, progress);
        } finally {
            Shown.clear(progress);
        }
        Path folder = flags.report == null ? FOLDER : flags.report;
        Shown.write(folder, report, ReportJob.facts(report));
        PrintWriter out = spec.commandLine().getOut();
        if (flags.isJson()) {
            out.println(ReportText.json(report, folder));
        } else {
            ReportText.lines(report, folder).forEach(out::println);
        }
        return report.isStopped() ? Problem.GATE.exitStatus() : 0;
    }
}
