package dev.understudy.serve.run;

import dev.understudy.serve.state.Job;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run in a process of its own: its memory is gone when it ends, a crash of it is not one of the server, and cancelling is what
 * ctrl-C is. Passwords go by the environment and the configuration, so none stands among the arguments.
 */
final class ChildRun {
    /** Longer than a run takes to put its target back. */
    private static final int SECONDS_TO_PUT_BACK = 30;

    private final Process process;
    private final Path out;
    private final LiveProgress progress;

    private ChildRun(Process process, Path out, LiveProgress progress) {
        this.process = process;
        this.out = out;
        this.progress = progress;
    }

    /**
     * @param command words that start Understudy without a verb
     * @param folder  for what the run leaves; made if it is not there
     */
    static ChildRun start(List<String> command, Job job, Path folder, LiveProgress progress) throws IOException {
        Files.createDirectories(folder);
        List<String> words = new ArrayList<>(command);
        words.add(job.verb());
        words.addAll(List.of("--config", job.configuration().toString()));
        words.addAll(List.of("--output", "json", "--log-format", "json"));
        if (List.of("clone", "generate").contains(job.verb())) {
            words.addAll(List.of("--report", folder.toString()));
        }
        words.addAll(job.arguments());
        Path out = folder.resolve("result.json");
        Process process = new ProcessBuilder(words)
                .directory(job.configuration().toAbsolutePath().getParent().toFile())
                .redirectOutput(out.toFile())
                .start();
        process.getOutputStream().close();
        return new ChildRun(process, out, progress);
    }

    /** Reads the log until the process ends. @return its status */
    int await() throws IOException, InterruptedException {
        try (BufferedReader log = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                progress.line(line);
            }
        }
        return process.waitFor();
    }

    /** What it printed. */
    String result() throws IOException {
        return Files.exists(out) ? Files.readString(out) : "";
    }

    /** Asks it to end in order. */
    void cancel() {
        // Not by the process itself, which would close its streams, and the last words would be lost.
        process.toHandle().destroy();
    }

    /** Waits for the end of a run that was cancelled, and ends it if it does not. */
    void awaitCancelled() throws InterruptedException {
        if (!process.waitFor(SECONDS_TO_PUT_BACK, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
