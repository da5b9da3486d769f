package dev.understudy.sql.ddl.crossvendor;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Hands out names of keys and indexes; what is unique per table in one vendor must be unique per schema in another. */
final class UniqueNames {
    /** PostgreSQL's limit in bytes, the shortest of all. */
    private static final int MOST_BYTES = 63;

    private static final int SUFFIX = 4;

    private final Set<String> taken = new HashSet<>();

    /** @param schema where the name must be the only one */
    void take(String schema, String name) {
        taken.add(key(schema, name));
    }

    /** {@code wanted} if it is free, else with the table before it, else with a number behind it. */
    String of(String schema, String table, String wanted) {
        String name = cut(wanted);
        if (taken.add(key(schema, name))) {
            return name;
        }
        String longer = cut(table + "_" + wanted);
        for (int number = 1; ; number++) {
            String candidate = number == 1 ? longer : longer + "_" + number;
            if (taken.add(key(schema, candidate))) {
                return candidate;
            }
        }
    }

    private static String key(String schema, String name) {
        return schema + "." + name.toLowerCase(Locale.ROOT);
    }

    private static String cut(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES - SUFFIX) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
