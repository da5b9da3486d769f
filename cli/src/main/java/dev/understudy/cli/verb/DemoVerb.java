package dev.understudy.cli.verb;

import dev.understudy.cli.output.DemoText;
import dev.understudy.cli.output.Json;
import dev.understudy.job.DemoJob;
import dev.understudy.job.DemoJob.Demo;
import dev.understudy.job.ReportJob;
import dev.understudy.job.RunProgress;
import dev.understudy.problem.Problem;
import dev.understudy.report.Report;
import dev.understudy.report.ReportFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code understudy demo}. */
@Command(
        name = "demo",
        description = {
            "Builds a shop of 180,000 rows in ./understudy-demo, clones it into a second database there,",
            "and shows how much of what is true in the shop is true in the copy. Needs no server. With --report",
            "DIR the copy is judged too, which takes some seconds more."
        })
final class DemoVerb implements Callable<Integer> {
    private static final Path FOLDER = Path.of("understudy-demo");

    @Mixin
    private RunFlags flags;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Ends ends = Ends.of(flags);
        RunProgress progress = flags.progress(spec.commandLine().getErr());
        Demo demo;
        try {
            demo = DemoJob.run(FOLDER, ends.run(), ends.plan(), progress);
        } finally {
            Shown.clear(progress);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (flags.report != null) {
            Report report = DemoJob.report(FOLDER, ends.plan(), ends.judge());
            Shown.write(flags.report, report, ReportJob.facts(report));
        }
        if (flags.isJson()) {
            out.println(Json.of(demo.result()));
        } else {
            DemoText.lines(demo).forEach(out::println);
            out.println();
            if (flags.report != null) {
                out.println(
                        "The report: " + flags.report.resolve(ReportFiles.PAGE).toAbsolutePath());
            }
            out.println("Look inside: jdbc:h2:file:%s (and …/source)"
                    .formatted(FOLDER.toAbsolutePath().resolve("target")));
        }
        return demo.result().isViolated() ? Problem.VIOLATION.exitStatus() : 0;
    }
}
