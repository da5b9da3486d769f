package dev.understudy.semantic;

import dev.understudy.schema.TableName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a column's name suggests, in English, German, French, Spanish, Italian and Portuguese; the words stand in
 * {@code column-names.txt}.
 *
 * <p>The order there matters: the first match is the best guess, so {@code email_address} is no street.
 */
final class NameHints {
    private static final Map<String, Pattern> WORDS = read();
    private static final Map<Meaning, Pattern> SUGGESTIONS = suggestions();

    private NameHints() {}

    private static Map<String, Pattern> read() {
        InputStream resource = NameHints.class.getResourceAsStream("column-names.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            Map<String, Pattern> words = new LinkedHashMap<>();
            reader.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(": ");
                        String any = line.substring(colon + 2).replace(' ', '|');
                        words.put(line.substring(0, colon), Pattern.compile("(.*_)?(" + any + ")"));
                    });
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines named after a meaning, in their order. */
    private static Map<Meaning, Pattern> suggestions() {
        Map<String, Meaning> byName = new HashMap<>();
        for (Meaning meaning : Meaning.values()) {
            byName.put(meaning.name(), meaning);
        }
        Map<Meaning, Pattern> suggestions = new LinkedHashMap<>();
        WORDS.forEach((kind, pattern) -> {
            if (byName.containsKey(kind)) {
                suggestions.put(byName.get(kind), pattern);
            }
        });
        return suggestions;
    }

    /** Guesses for {@code column}, the best first; empty if its name says nothing. */
    static List<Meaning> of(TableName table, String column) {
        String words = NameWords.of(table, column).text();
        String owner = NameWords.singular(NameWords.snake(table.name()));
        boolean justName = matches("NAMES", words) && !words.contains("_");
        List<Meaning> guesses = new ArrayList<>();
        if (words.equals("title") && isAbout("PERSONS", owner)) {
            guesses.add(Meaning.JOB);
        }
        if (justName) {
            guesses.addAll(ofNameIn(owner, words));
        }
        SUGGESTIONS.forEach((meaning, pattern) -> {
            if (pattern.matcher(words).matches() && !guesses.contains(meaning)) {
                guesses.add(meaning);
            }
        });
        if (guesses.contains(Meaning.STATE)) {
            guesses.add(Meaning.STATE_CODE);
        }
        if (guesses.contains(Meaning.COUNTRY)) {
            guesses.add(Meaning.COUNTRY_CODE);
        }
        if (guesses.isEmpty() && matches("NAMES", words)) {
            guesses.add(Meaning.TITLE);
        }
        return guesses;
    }

    private static List<Meaning> ofNameIn(String table, String words) {
        if (isAbout("PERSONS", table)) {
            return List.of(words.equals("nom") ? Meaning.LAST_NAME : Meaning.FULL_NAME, Meaning.COMPANY);
        }
        if (isAbout("COMPANIES", table)) {
            return List.of(Meaning.COMPANY);
        }
        if (isAbout("PRODUCTS", table)) {
            return List.of(Meaning.PRODUCT);
        }
        if (isAbout("CITIES", table)) {
            return List.of(Meaning.CITY);
        }
        if (isAbout("COUNTRIES", table)) {
            return List.of(Meaning.COUNTRY);
        }
        return List.of(isAbout("STATES", table) ? Meaning.STATE : Meaning.TITLE);
    }

    private static boolean isAbout(String kind, String table) {
        return matches(kind, table) || matches(kind, NameWords.singular(table));
    }

    private static boolean matches(String kind, String words) {
        return WORDS.get(kind).matcher(words).matches();
    }
}
