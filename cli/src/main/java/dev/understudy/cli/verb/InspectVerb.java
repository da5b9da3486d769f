package dev.understudy.cli.verb;

import dev.understudy.cli.output.InspectJson;
import dev.understudy.cli.output.InspectMermaid;
import dev.understudy.cli.output.InspectText;
import dev.understudy.job.InspectJob;
import dev.understudy.job.InspectJob.Inspection;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code understudy inspect}. */
@Command(
        name = "inspect",
        description = {
            "Shows tables, keys, links, subjects and rings of the source, what its columns mean, and links",
            "that nobody declares but rows and names speak for. Writes nothing."
        })
final class InspectVerb implements Callable<Integer> {
    enum Format {
        TABLE,
        JSON,
        MERMAID
    }

    private static final class FormatWord implements ITypeConverter<Format> {
        @Override
        public Format convert(String word) {
            try {
                return Format.valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("%s is neither table nor json nor mermaid".formatted(word));
            }
        }
    }

    @Mixin
    private RunFlags flags;

    @Option(
            names = "--format",
            paramLabel = "table|json|mermaid",
            converter = FormatWord.class,
            description = "What standard output shows. Default: table; json with --output json.")
    private Format format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Ends ends = Ends.of(flags);
        Inspection inspection = InspectJob.run(ends.source(), ends.plan());
        PrintWriter out = spec.commandLine().getOut();
        Format shown = format != null ? format : flags.isJson() ? Format.JSON : Format.TABLE;
        switch (shown) {
            case TABLE -> InspectText.lines(inspection).forEach(out::println);
            case JSON -> out.println(InspectJson.of(inspection));
            case MERMAID -> InspectMermaid.lines(inspection).forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
