package dev.understudy.introspect.postgresql;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which program texts reach outside the database: other servers, files, programs. A search for words, so it errs on the
 * side of caution; sending a notification to whoever listens on the same database does not count.
 */
final class Outward {
    private static final Pattern WORDS = Pattern.compile("""
            (?ix) ^untrusted\\ language | \\b dblink | postgres_fdw | \\b https?_? (get|post|put|delete|patch|head|request|collect)? \\s* \\(
            | \\b net\\s*\\.\\s*http | \\b pg_(read_\\w+ | ls_\\w+ | stat_file | file_\\w+ | execute_server_program) | \\b lo_(export|import) \\b
            | \\b aws_(lambda|s3|commons) \\b | \\b cron\\s*\\.\\s*schedule
            | \\b copy \\b [^;]* \\b (from|to) \\s+ (program \\b | E? ' | \\$)""", Pattern.DOTALL);

    private final Set<String> names = new HashSet<>();

    /**
     * @param routines source texts of routines; those that mention another outward one are outward too
     * @param foreign  names of foreign tables, unqualified
     */
    Outward(Collection<Routine> routines, Collection<String> foreign) {
        names.addAll(foreign);
        Set<Routine> inward = new HashSet<>(routines);
        boolean grown = true;
        while (grown) {
            Set<Routine> reached =
                    inward.stream().filter(routine -> reaches(routine.source())).collect(Collectors.toSet());
            inward.removeAll(reached);
            reached.forEach(routine -> names.add(routine.name()));
            grown = !reached.isEmpty();
        }
    }

    /** A routine's unqualified name and what it runs. */
    record Routine(String name, String source) {}

    boolean reaches(String text) {
        return WORDS.matcher(text).find()
                || names.stream()
                        .anyMatch(name -> Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                                .matcher(text)
                                .find());
    }
}
