package dev.understudy.cli;

import dev.understudy.cli.verb.Cancellation;
import dev.understudy.cli.verb.Understudy;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** Starts Understudy. */
public final class Main {
    private static final int CANCELLED = 130;

    private Main() {}

    public static void main(String[] arguments) {
        // Libraries that log by the JDK would fill standard error, with names and values of a source among it.
        LogManager.getLogManager().reset();
        PrintWriter err = utf8(System.err);
        Cancellation cancellation = new Cancellation();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(cancellation), "cancel"));
        if (Boolean.getBoolean(Cancellation.SUPERVISED)) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(CANCELLED)));
        }
        int status = run(arguments, utf8(System.out), err, cancellation);
        cancellation.end(status);
        System.exit(status);
    }

    /** The status of a run that ended in order is its own, not the signal's: it may have been too late to cancel it. */
    private static void end(Cancellation cancellation) {
        cancellation.await().ifPresent(Runtime.getRuntime()::halt);
    }

    /**
     * Runs one command.
     *
     * @param out results
     * @param err progress, warnings and errors
     * @return the exit status
     */
    public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return run(arguments, out, err, new Cancellation());
    }

    private static int run(String[] arguments, PrintWriter out, PrintWriter err, Cancellation cancellation) {
        int status = Understudy.commandLine(out, err, cancellation).execute(arguments);
        out.flush();
        err.flush();
        return status;
    }

    private static PrintWriter utf8(java.io.PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
