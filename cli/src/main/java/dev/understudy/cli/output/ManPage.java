package dev.understudy.cli.output;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A manual page of a command, in the macros of man(7). */
public final class ManPage {
    private final StringBuilder text = new StringBuilder();

    private ManPage() {}

    /** @param version of the program, for the foot of the page */
    public static String of(CommandSpec command, String version) {
        return new ManPage().write(command, version);
    }

    private String write(CommandSpec command, String version) {
        String name = command.qualifiedName("-");
        List<String> description = List.of(command.usageMessage().description());
        macro("TH", name.toUpperCase(java.util.Locale.ROOT), "1", "", "Understudy " + version, "Understudy");
        macro("SH", "NAME");
        line(escaped(name) + " \\- "
                + escaped(description.isEmpty() ? "" : firstSentence(String.join(" ", description))));
        macro("SH", "SYNOPSIS");
        macro("B", command.qualifiedName(" "));
        line(escaped(synopsis(command)));
        macro("SH", "DESCRIPTION");
        line(escaped(String.join(" ", description)));
        List<PositionalParamSpec> parameters = command.positionalParameters();
        if (!parameters.isEmpty()) {
            macro("SH", "ARGUMENTS");
            parameters.forEach(one -> entry(one.paramLabel(), one.description()));
        }
        List<OptionSpec> options = command.options();
        if (!options.isEmpty()) {
            macro("SH", "OPTIONS");
            for (OptionSpec option : options) {
                String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
                entry(String.join(", ", option.names()) + value, option.description());
            }
        }
        if (!command.subcommands().isEmpty()) {
            macro("SH", "VERBS");
            for (CommandLine verb : command.subcommands().values()) {
                CommandSpec spec = verb.getCommandSpec();
                entry(spec.name(), new String[] {
                    firstSentence(String.join(" ", spec.usageMessage().description()))
                });
            }
        }
        macro("SH", "EXIT STATUS");
        line(escaped(
                "0 done, 1 failed, 2 usage or refused for safety, 3 connection or permission, 4 drift or a plan that cannot be"
                        + " kept, 5 a constraint is violated, 6 a gate failed, 7 interrupted, 130 cancelled."));
        return text.toString();
    }

    private static String synopsis(CommandSpec command) {
        StringBuilder words = new StringBuilder();
        if (!command.options().isEmpty()) {
            words.append("[OPTION]...");
        }
        if (!command.subcommands().isEmpty()) {
            words.append(" VERB");
        }
        command.positionalParameters().forEach(one -> words.append(' ').append(one.paramLabel()));
        return words.toString();
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replaceFirst("[.:]$", "");
    }

    private void entry(String term, String[] description) {
        text.append(".TP\n");
        macro("B", term);
        line(escaped(String.join(" ", description)));
    }

    private void macro(String name, String... words) {
        text.append('.').append(name);
        for (String word : words) {
            text.append(" \"").append(escaped(word).replace("\"", "\\(dq")).append('"');
        }
        text.append('\n');
    }

    private void line(String line) {
        text.append(line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
                .append('\n');
    }

    private static String escaped(String words) {
        return words.replace("%n", " ").replace("%%", "%").replace("\\", "\\e").replace("-", "\\-");
    }
}
