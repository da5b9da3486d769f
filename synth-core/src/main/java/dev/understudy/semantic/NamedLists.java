package dev.understudy.semantic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads resources of lines like {@code NAME: entry|entry}; lines that begin with a hash are remarks. */
final class NamedLists {
    private NamedLists() {}

    /** In the order of the resource. */
    static Map<String, List<String>> read(String resource, String separator) {
        InputStream stream = NamedLists.class.getResourceAsStream(resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, List<String>> lists = new LinkedHashMap<>();
            reader.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(": ");
                        String entries = line.substring(colon + 2);
                        lists.put(line.substring(0, colon), List.of(entries.split(Pattern.quote(separator))));
                    });
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
