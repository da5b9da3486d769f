package dev.understudy.commandline;

import dev.understudy.cli.Main;
import dev.understudy.servers.ScratchFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One command in a process of its own, as a shell starts it: with an environment, and with signals. */
public final class CommandProcess implements AutoCloseable {
    private static final int SECONDS = 120;

    private final Process process;
    private final Path out;
    private final BufferedReader err;
    private final StringBuilder told = new StringBuilder();

    private CommandProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
        this.err = process.errorReader(StandardCharsets.UTF_8);
    }

    /** @param folder where the command works */
    public static CommandProcess start(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        Path out = ScratchFolders.create("out").resolve("out.txt");
        List<String> command = new ArrayList<>();
        // A run of the tests in the background ignores ctrl-C, and so would every process that it starts.
        command.addAll(List.of("env", "--default-signal=INT"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-cp", mainClassPath(), Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("UNDERSTUDY_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Children.endWithTheTests(process);
        return new CommandProcess(process, out);
    }

    /** A program in a folder that is the command, for whatever starts programs by their path. */
    public static Path program(Path folder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Files.writeString(
                folder.resolve("understudy"),
                "#!/bin/sh\nexec '%s' -Xmx1g -cp '%s' %s \"$@\"\n"
                        .formatted(java, mainClassPath(), Main.class.getName()));
        program.toFile().setExecutable(true);
        return program;
    }

    /** Without the classes of the tests, whose settings of the log are not the product's. */
    private static String mainClassPath() {
        String separator = java.io.File.pathSeparator;
        return String.join(
                separator,
                List.of(System.getProperty("java.class.path").split(separator)).stream()
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .toList());
    }

    /** Waits until standard error holds a line that begins so. @return the line */
    public String awaitLine(String beginning) throws IOException {
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            told.append(line).append(System.lineSeparator());
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("The command ended without a line that begins with " + beginning + "\n" + told);
    }

    /** Ends the process without any chance to tidy up. @return its status; another than 137 if it had ended before */
    public int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    /** Its number in the system. */
    public long pid() {
        return process.pid();
    }

    /** What ctrl-C sends. */
    public void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    /** What a service manager sends. */
    public void terminate() throws IOException, InterruptedException {
        signal("TERM");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits for the end. */
    public CommandLineRun await() throws IOException, InterruptedException {
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            told.append(line).append(System.lineSeparator());
        }
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The command does not end\n" + told);
        }
        return new CommandLineRun(process.exitValue(), Files.readString(out), told.toString());
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(out);
    }
}
