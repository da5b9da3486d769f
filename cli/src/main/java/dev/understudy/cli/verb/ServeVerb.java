package dev.understudy.cli.verb;

import dev.understudy.cli.config.JobsFile;
import dev.understudy.job.Version;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.serve.run.Runner;
import dev.understudy.serve.state.History;
import dev.understudy.serve.state.Job;
import dev.understudy.serve.state.Jobs;
import dev.understudy.serve.web.WebServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy serve}. */
@Command(
        name = "serve",
        description = {
            "Runs jobs by the clock and shows them on a page: runs, progress, reports, drift. One port, of this machine only",
            "unless --listen says otherwise, and a token that is made at the first start. /metrics is for Prometheus."
        })
final class ServeVerb implements Callable<Integer> {
    private static final String MAIN = "dev.understudy.cli.Main";

    @Option(names = "--jobs", paramLabel = "FILE", required = true, description = "What is done when, in YAML.")
    private Path jobs;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder for runs, reports and the token. Default: understudy-serve beside the file of jobs.")
    private Path state;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where to listen. Default: 127.0.0.1:8423. Another host needs TLS.")
    private String listen = "127.0.0.1:8423";

    @Mixin
    private TlsOptions tls;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this text.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<Job> declared = JobsFile.read(jobs);
        Path folder = state != null ? state : jobs.toAbsolutePath().resolveSibling("understudy-serve");
        InetSocketAddress address = ListenAddress.of(listen);
        Optional<SSLContext> secured = tls.context();
        if (secured.isEmpty() && !address.getAddress().isLoopbackAddress()) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "%s is not of this machine alone, and a token must not travel in clear: use --tls-cert FILE and --tls-key FILE."
                            .formatted(listen));
        }
        AccessToken token = AccessToken.in(makeFolder(folder));
        try (History history = History.open(folder)) {
            Jobs all = new Jobs(declared, history);
            Runner runner = new Runner(all, history, command(), folder.resolve("runs"));
            WebServer server = new WebServer(address, secured, token.text(), all, history, runner, Version.TEXT);
            runner.start();
            CountDownLatch stopped = new CountDownLatch(1);
            Thread stopping = new Thread(() -> stop(server, runner, history), "stop");
            Runtime.getRuntime().addShutdownHook(stopping);
            PrintWriter out = spec.commandLine().getErr();
            out.printf(
                    "Understudy serves %d jobs at %s://%s:%d/%n",
                    declared.size(), secured.isPresent() ? "https" : "http", address.getHostString(), server.port());
            out.printf("The token stands in %s%n", token.file());
            out.flush();
            stopped.await();
        }
        return 0;
    }

    private static void stop(WebServer server, Runner runner, History history) {
        server.stop();
        try {
            runner.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        history.close();
    }

    /** Runs are processes of the same program. */
    private static List<String> command() {
        String java = ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return List.of(
                java,
                "-XX:+UseParallelGC",
                "-XX:MaxRAMPercentage=60",
                "-Dfile.encoding=UTF-8",
                "-D" + Cancellation.SUPERVISED + "=true",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN);
    }

    private static Path makeFolder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UnderstudyException(Problem.USAGE, "The folder %s cannot be made.".formatted(folder), e);
        }
    }
}
