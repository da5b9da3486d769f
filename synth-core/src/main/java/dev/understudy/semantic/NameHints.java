package dev.understudy.semantic;

import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a column's name suggests, in nine languages; the words stand in {@code column-names.txt}.
 *
 * <p>The order there matters: the first match is the best guess, so {@code email_address} is no street.
 */
final class NameHints {
    private static final Map<String, Pattern> WORDS = read();
    private static final Map<Meaning, Pattern> SUGGESTIONS = suggestions();

    private NameHints() {}

    private static Map<String, Pattern> read() {
        Map<String, Pattern> words = new LinkedHashMap<>();
        NamedLists.read("column-names.txt", " ")
                .forEach((kind, any) -> words.put(kind, Pattern.compile("(.*_)?(" + String.join("|", any) + ")")));
        return words;
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
        List<Meaning> guesses = exactly(table, column);
        // The second of several: apellido2.
        String first = column.replaceFirst("(?<=\\p{L})_?\\d$", "");
        return guesses.isEmpty() && !first.equals(column) ? exactly(table, first) : guesses;
    }

    private static List<Meaning> exactly(TableName table, String column) {
        NameWords name = NameWords.of(table, column);
        String words = name.text();
        String owner = NameWords.singular(NameWords.snake(table.name()));
        boolean justName = matches("NAMES", words) && !words.contains("_");
        List<Meaning> guesses = new ArrayList<>();
        if (words.equals("title") && isAbout("PERSONS", owner)) {
            guesses.add(Meaning.JOB);
        }
        if (words.equals("code") && isAbout("LANGUAGES", owner)) {
            guesses.add(Meaning.LANGUAGE_CODE);
        }
        if (words.equals("code") && isAbout("COUNTRIES", owner)) {
            guesses.add(Meaning.COUNTRY_CODE);
        }
        if (justName) {
            String withTable = NameWords.snake(column);
            SUGGESTIONS.forEach((meaning, pattern) -> {
                if (withTable.contains("_") && pattern.matcher(withTable).matches() && !isVague(meaning)) {
                    guesses.add(meaning);
                }
            });
            guesses.addAll(
                    name.role().isEmpty() ? ofNameIn(owner, words) : List.of(Meaning.FULL_NAME, Meaning.COMPANY));
        }
        SUGGESTIONS.forEach((meaning, pattern) -> {
            if (pattern.matcher(name.whole()).matches() && !guesses.contains(meaning)) {
                guesses.add(meaning);
            }
        });
        if (guesses.contains(Meaning.STATE)) {
            guesses.add(Meaning.STATE_CODE);
        }
        if (guesses.contains(Meaning.COUNTRY)) {
            guesses.add(Meaning.COUNTRY_CODE);
        }
        if (guesses.contains(Meaning.STREET)) {
            guesses.add(Meaning.ADDRESS);
        }
        if (guesses.contains(Meaning.ADDRESS)) {
            guesses.add(Meaning.STREET);
        }
        if (guesses.contains(Meaning.DESCRIPTION) && !guesses.contains(Meaning.TITLE)) {
            guesses.add(Meaning.TITLE);
        }
        if (guesses.contains(Meaning.TITLE)) {
            guesses.add(Meaning.JOB);
            guesses.add(Meaning.CODE);
        }
        if (guesses.contains(Meaning.DISTRICT)) {
            guesses.add(Meaning.STATE);
        }
        if (guesses.isEmpty() && matches("NAMES", words)) {
            guesses.add(Meaning.TITLE);
        }
        return guesses;
    }

    /** Suggestions that what the table is about goes before. */
    private static boolean isVague(Meaning meaning) {
        return meaning == Meaning.TITLE || meaning == Meaning.CODE;
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
        if (isAbout("DEPARTMENTS", table)) {
            return List.of(Meaning.DEPARTMENT);
        }
        if (isAbout("LANGUAGES", table)) {
            return List.of(Meaning.LANGUAGE);
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
