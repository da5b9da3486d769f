package dev.understudy.target;

import dev.understudy.connect.Access;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Targets that the operator forbade by name. */
final class ProtectedTargets {
    private static final Pattern PLACE =
            Pattern.compile("^jdbc:\\w+:(?:\\w+:)*(?://(?<hosts>[^/]*)/?)?(?<database>.*)$");

    private ProtectedTargets() {}

    /** @throws UnderstudyException {@link Problem#UNSAFE} if a glob matches the URL, a host or the database's name */
    static void refuse(Access access, String database, List<String> patterns) {
        Set<String> names = names(access.place());
        names.add(database);
        for (String pattern : patterns) {
            Pattern glob = glob(pattern);
            if (names.stream().anyMatch(name -> glob.matcher(name).matches())) {
                throw new UnderstudyException(
                        Problem.UNSAFE,
                        "The target %s is protected by the pattern %s of target.protect; nothing was written."
                                .formatted(access.place(), pattern));
            }
        }
    }

    private static Set<String> names(String place) {
        Set<String> names = new TreeSet<>();
        names.add(place);
        Matcher matcher = PLACE.matcher(place);
        if (matcher.matches()) {
            names.add(matcher.group("database"));
            String hosts = matcher.group("hosts") == null ? "" : matcher.group("hosts");
            for (String host : hosts.split(",")) {
                names.add(host);
                names.add(host.replaceFirst(":\\d+$", ""));
            }
        }
        return names;
    }

    private static Pattern glob(String pattern) {
        String regex = pattern.strip()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
