package dev.understudy.cli.verb;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A job that ended with an error: one line without a value of the source, and the status. */
final class Failures implements IExecutionExceptionHandler {
    static final String OUT_OF_MEMORY =
            "Java's heap of %,d MB is full. Give it more, UNDERSTUDY_JAVA_OPTS=-Xmx8g, or let it hold less:"
                            .formatted(Runtime.getRuntime().maxMemory() / 1_000_000)
                    + " learn.memory in the configuration learns from fewer families.";

    private static final int SHOWN_FRAMES = 6;

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult arguments) {
        command.getErr().println("understudy: " + message(error));
        command.getErr().flush();
        return error instanceof UnderstudyException known ? known.problem().exitStatus() : Problem.FAILED.exitStatus();
    }

    /** Messages of exceptions that we did not write may quote a row, so only their class and place are told. */
    static String message(Exception error) {
        if (error instanceof UnderstudyException) {
            return error.getMessage();
        }
        StringBuilder text = new StringBuilder("An unexpected failure, ")
                .append(error.getClass().getName())
                .append("; please report it with these lines:");
        StackTraceElement[] stack = error.getStackTrace();
        for (int i = 0; i < Math.min(SHOWN_FRAMES, stack.length); i++) {
            text.append(System.lineSeparator()).append("    at ").append(stack[i]);
        }
        Throwable cause = error.getCause();
        if (cause != null) {
            text.append(System.lineSeparator())
                    .append("    because of ")
                    .append(cause.getClass().getName());
            if (cause.getStackTrace().length > 0) {
                text.append(" at ").append(cause.getStackTrace()[0]);
            }
        }
        return text.toString();
    }
}
