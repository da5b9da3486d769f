package dev.understudy.cli.verb;

import dev.understudy.plan.NearestName;
import dev.understudy.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command that was not understood: one line, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        String verb = command.getParent() == null ? "VERB" : command.getCommandName();
        command.getErr().println("understudy: " + message(error, command) + " See `understudy help " + verb + "`.");
        command.getErr().flush();
        return Problem.USAGE.exitStatus();
    }

    private static String message(ParameterException error, CommandLine command) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            String typed = unmatched.getUnmatched().get(0);
            if (typed.startsWith("-")) {
                String flag = typed.split("=", 2)[0];
                if (flag.toLowerCase(java.util.Locale.ROOT).contains("password")) {
                    return "Passwords are no flags; use UNDERSTUDY_SOURCE_PASSWORD and UNDERSTUDY_TARGET_PASSWORD, or"
                            + " the configuration.";
                }
                return "Unknown flag %s; %s".formatted(flag, NearestName.suggestion(flag, flags(command)));
            }
            List<String> verbs = new ArrayList<>(command.getSubcommands().keySet());
            return verbs.isEmpty()
                    ? "An argument stands where only flags may."
                    : "Unknown verb %s; %s".formatted(typed, NearestName.suggestion(typed, verbs));
        }
        String text = error.getMessage() == null ? "The command is not understood." : error.getMessage();
        String line = text.lines().findFirst().orElse("");
        return line.endsWith(".") ? line : line + ".";
    }

    private static List<String> flags(CommandLine command) {
        return command.getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .toList();
    }
}
