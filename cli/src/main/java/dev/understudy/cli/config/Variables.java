package dev.understudy.cli.config;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts {@code ${VAR}}, {@code ${VAR:-default}}, {@code ${VAR?message}} and {@code ${file:PATH}} into texts. {@code $${}
 * stands for <code>${</code> itself.
 */
final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\$?\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Function<String, String> environment;
    private final Path folder;

    /**
     * @param environment value of a variable, or null
     * @param folder      what relative paths of files start from
     */
    Variables(Function<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /**
     * @param where the key that holds the text, for messages
     * @throws UnderstudyException with {@code USAGE} for a variable that is not set, or a file that cannot be read
     */
    String resolve(String text, String where) {
        return REFERENCE.matcher(text).replaceAll(match -> {
            String whole = match.group();
            return Matcher.quoteReplacement(whole.startsWith("$$") ? whole.substring(1) : value(match.group(1), where));
        });
    }

    private String value(String reference, String where) {
        if (reference.startsWith("file:")) {
            return file(reference.substring("file:".length()), where);
        }
        int fallback = reference.indexOf(":-");
        int message = reference.indexOf('?');
        int end = fallback >= 0 ? fallback : message >= 0 ? message : reference.length();
        String name = reference.substring(0, end);
        if (!NAME.matcher(name).matches()) {
            throw usage("%s: ${…} holds no name of a variable; write ${NAME} or ${file:PATH}.".formatted(where));
        }
        String value = environment.apply(name);
        if (value != null && !(value.isEmpty() && end < reference.length())) {
            return value;
        }
        if (fallback >= 0) {
            return reference.substring(fallback + 2);
        }
        String told =
                message >= 0 ? reference.substring(message + 1) : "set it, or write ${%s:-default}".formatted(name);
        throw usage("%s: the variable %s is not set: %s.".formatted(where, name, told));
    }

    private String file(String path, String where) {
        try {
            return Files.readString(folder.resolve(path)).strip();
        } catch (IOException e) {
            throw new UnderstudyException(Problem.USAGE, "%s: the file %s cannot be read.".formatted(where, path), e);
        }
    }

    private static UnderstudyException usage(String message) {
        return new UnderstudyException(Problem.USAGE, message);
    }
}
