package dev.understudy.cli.verb;

import dev.understudy.cli.output.JsonProgress;
import dev.understudy.cli.output.LineProgress;
import dev.understudy.cli.output.TerminalProgress;
import dev.understudy.job.RunProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Flags that every run shares. What is given here wins over the configuration. */
final class RunFlags {
    enum Output {
        TEXT,
        JSON
    }

    /** The library's own reading would name the constants in capitals, which nobody types. */
    private static <E extends Enum<E>> E textOrJson(Class<E> words, String word) {
        try {
            return Enum.valueOf(words, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("%s is neither text nor json".formatted(word));
        }
    }

    private static final class OutputWord implements ITypeConverter<Output> {
        @Override
        public Output convert(String word) {
            return textOrJson(Output.class, word);
        }
    }

    private final Cancellation cancellation;

    RunFlags(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration in YAML.")
    Path config;

    @Option(
            names = "--source",
            paramLabel = "URL",
            description = "JDBC URL of the database to learn from; it is only read.")
    String source;

    @Option(names = "--target", paramLabel = "URL", description = "JDBC URL of the database to fill.")
    String target;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "Schema of the source to take; may be repeated. Default: all that users made.")
    List<String> schemas;

    @Option(names = "--scale", paramLabel = "X", description = "Factor on the rows of subject tables. Default: 1.0.")
    Double scale;

    @Option(
            names = "--rows-per-empty-table",
            paramLabel = "N",
            description =
                    "Rows for each table that has none in the source, from types, constraints and names. Default: 0.")
    Long rowsPerEmptyTable;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Start of every draw; the same seed gives the same rows. Default: 42.")
    Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Worker threads; rows do not depend on them. Default: one a core.")
    Integer threads;

    @Option(names = "--model", paramLabel = "FILE", description = "Model file.")
    Path model;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder for the result: JSON and text, and what a report writes.")
    Path report;

    @Option(
            names = "--output",
            paramLabel = "text|json",
            converter = OutputWord.class,
            description = "What standard output shows. Default: text. Progress goes to standard error.")
    Output output = Output.TEXT;

    enum LogFormat {
        TEXT,
        JSON
    }

    private static final class LogWord implements ITypeConverter<LogFormat> {
        @Override
        public LogFormat convert(String word) {
            return textOrJson(LogFormat.class, word);
        }
    }

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            converter = LogWord.class,
            description =
                    "How standard error tells progress, warnings and errors. Default: text. json: one object a line.")
    LogFormat logFormat = LogFormat.TEXT;

    @Option(names = "--yes", description = "Confirms that rows of others in the target may be replaced.")
    boolean yes;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this text.")
    boolean help;

    boolean isJson() {
        return output == Output.JSON;
    }

    /** The launcher knows whether standard error is a terminal. */
    RunProgress progress(PrintWriter err) {
        if (logFormat == LogFormat.JSON) {
            return cancellation.watch(new JsonProgress(err));
        }
        return cancellation.watch(
                Boolean.getBoolean("understudy.terminal") ? new TerminalProgress(err) : new LineProgress(err));
    }
}
