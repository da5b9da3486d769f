package dev.understudy.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/**
 * What a column's name suggests, mostly in nine languages; the words stand in {@code column-names.txt}.
 *
 * <p>The order there matters: the first match is the best guess, so {@code email_address} is no street. A name is read as it
 * stands first, then with its short forms spelled out and its words taken apart, then without what only says that it is a number;
 * the first reading that says something of its own counts. At last, words that were cut off are completed, if all completions
 * agree.
 *
 * @param meanings the best first; empty if the name says nothing
 * @param trust    how much of the name itself was guessed
 */
record NameHints(List<Meaning> meanings, Trust trust) {
    /** Unless it is {@link #SURE}, values must speak for the meaning as well. */
    enum Trust {
        SURE,
        /** A word was completed. */
        COMPLETED,
        /** The word stands first, where it is the head of a name in some languages and says whose a thing is in others. */
        HEAD_FIRST
    }

    static final Map<String, Pattern> WORDS = read();
    private static final Map<Meaning, Pattern> SUGGESTIONS = suggestions();
    /** Names come again and again, as neighbours of others and in other tables; matching one costs a hundred microseconds. */
    private static final ConcurrentMap<String, List<Meaning>> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 50_000;

    private static Map<String, Pattern> read() {
        Map<String, Pattern> words = new LinkedHashMap<>();
        NamedLists.read("column-names.txt", " ").forEach((kind, any) -> {
            if (!NameVocabulary.isOwn(kind)) {
                words.put(kind, Pattern.compile("(.*_)?(" + String.join("|", any) + ")"));
            }
        });
        return words;
    }

    /** Words that mean many things, of which values may prove one: lines that end with a question mark. */
    private static List<Meaning> ifProven(String words) {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("?")
                        && entry.getValue().matcher(words).matches())
                .map(entry -> Meaning.valueOf(
                        entry.getKey().substring(0, entry.getKey().length() - 1)))
                .toList();
    }

    /** Words of a line that are no patterns. */
    static List<String> plainWords(String kind) {
        return NamedLists.read("column-names.txt", " ").get(kind).stream()
                .filter(word -> word.matches("[a-z]{5,}"))
                .toList();
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

    /** Guesses for {@code column}. */
    static NameHints of(TableNames names, String column) {
        List<Meaning> guesses = sure(names, column);
        // The second of several: apellido2.
        String first = column.replaceFirst("(?<=\\p{L})_?\\d$", "");
        if (guesses.isEmpty() && !first.equals(column)) {
            guesses = sure(names, first);
        }
        if ((guesses.isEmpty() || isVague(guesses.get(0))) && isGeneric(names, first)) {
            List<Meaning> more =
                    suggested(NameWords.singular(NameWords.snake(names.table().name())));
            guesses = more.isEmpty() ? guesses : more;
        }
        if (AddressWords.isNumberOfHouse(names, column)) {
            guesses = List.of(Meaning.HOUSE_NUMBER, Meaning.CODE);
        }
        List<Meaning> joined =
                AddressWords.joined(NameWords.of(names, first).expanded().text());
        if (!joined.isEmpty()) {
            guesses = joined;
        }
        if (!guesses.isEmpty()) {
            return new NameHints(guesses, Trust.SURE);
        }
        NameWords spelled = NameWords.of(names, first).expanded();
        List<Meaning> proven = ifProven(spelled.text());
        List<Meaning> completed = proven.isEmpty() ? completed(spelled) : proven;
        return completed.isEmpty()
                ? new NameHints(headFirst(spelled), Trust.HEAD_FIRST)
                : new NameHints(completed, Trust.COMPLETED);
    }

    boolean isSure() {
        return trust == Trust.SURE;
    }

    /** {@code phones.number} says no more than its table does. */
    private static boolean isGeneric(TableNames names, String column) {
        return matches("GENERIC", NameWords.of(names, column).text());
    }

    private static List<Meaning> headFirst(NameWords words) {
        int end = words.text().lastIndexOf('_');
        while (end > 0) {
            List<Meaning> found = suggested(words.text().substring(0, end));
            if (!found.isEmpty()) {
                return found;
            }
            end = words.text().lastIndexOf('_', end - 1);
        }
        return List.of();
    }

    private static List<Meaning> sure(TableNames names, String column) {
        NameWords plain = NameWords.of(names, column);
        List<Meaning> guesses = exactly(names, column, plain);
        NameWords spelled = plain.expanded();
        for (NameWords other : new LinkedHashSet<>(List.of(
                spelled,
                spelled.withNumberBehind(),
                plain.withoutNumber(),
                spelled.withoutNumber(),
                spelled.withoutRoleBehind()))) {
            if (!guesses.isEmpty() && !isVague(guesses.get(0)) || other.equals(plain)) {
                continue;
            }
            List<Meaning> more = new ArrayList<>(exactly(names, column, other));
            // That it is some number is known already.
            boolean numbered = !other.equals(spelled) && other.equals(spelled.withNumberBehind());
            if (numbered && !more.isEmpty() && isVague(more.get(0))) {
                continue;
            }
            if (guesses.isEmpty() || !more.isEmpty() && !isVague(more.get(0))) {
                guesses.stream().filter(guess -> !more.contains(guess)).forEach(more::add);
                guesses = more;
            }
        }
        return guesses;
    }

    /** The one meaning that all completions of a word that was cut off have; or that a word for somebody is somebody's name. */
    private static List<Meaning> completed(NameWords words) {
        String[] parts = words.text().split("_");
        Set<Meaning> found = new LinkedHashSet<>();
        for (int i = 0; i < parts.length; i++) {
            for (String longer : NameVocabulary.longer(parts[i])) {
                String[] completed = parts.clone();
                completed[i] = longer;
                suggested(String.join("_", completed)).stream().limit(1).forEach(found::add);
            }
        }
        if (found.size() == 1) {
            return List.copyOf(found);
        }
        return NamedThings.ofWords(words.text())
                .filter(thing -> found.isEmpty())
                .map(thing -> thing == NamedThings.PERSONS
                        ? List.of(Meaning.FULL_NAME, Meaning.USERNAME)
                        : List.of(thing.itsName()))
                .orElse(List.of());
    }

    /** Meanings whose words are those of a name, in the order of the resource. */
    static List<Meaning> suggested(String words) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(words, NameHints::matching);
    }

    private static List<Meaning> matching(String words) {
        return SUGGESTIONS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(words).matches())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Meaning> exactly(TableNames names, String column, NameWords name) {
        String words = name.text();
        boolean justName = matches("NAMES", words) && !words.contains("_");
        Optional<NamedThings> about = justName || words.equals("title") || words.equals("code")
                ? NamedThings.of(names, column)
                : Optional.empty();
        List<Meaning> guesses = new ArrayList<>();
        if (words.equals("title") && about.filter(NamedThings.PERSONS::equals).isPresent()) {
            guesses.add(Meaning.JOB);
        }
        if (words.equals("code") && about.filter(NamedThings.LANGUAGES::equals).isPresent()) {
            guesses.add(Meaning.LANGUAGE_CODE);
        }
        if (words.equals("code") && about.filter(NamedThings.COUNTRIES::equals).isPresent()) {
            guesses.add(Meaning.COUNTRY_CODE);
        }
        if (justName) {
            suggested(NameWords.snake(column)).stream()
                    .filter(meaning -> NameWords.snake(column).contains("_") && !isVague(meaning))
                    .forEach(guesses::add);
            guesses.addAll(
                    name.role().isEmpty()
                            ? ofNameIn(names, column, about, words)
                            : List.of(Meaning.FULL_NAME, Meaning.COMPANY));
        }
        suggested(name.whole()).stream()
                .filter(meaning -> !guesses.contains(meaning))
                .forEach(guesses::add);
        if (guesses.isEmpty() || isVague(guesses.get(0))) {
            NamedThings.named(words).ifPresent(thing -> {
                guesses.remove(thing.itsName());
                guesses.add(0, thing.itsName());
            });
        }
        addNeighbours(guesses);
        if (guesses.isEmpty() && matches("NAMES", words)) {
            guesses.add(Meaning.TITLE);
        }
        return guesses;
    }

    /** What the same words go for as well. */
    private static void addNeighbours(List<Meaning> guesses) {
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
    }

    /** Suggestions that what the table is about goes before. */
    private static boolean isVague(Meaning meaning) {
        return meaning == Meaning.TITLE || meaning == Meaning.CODE;
    }

    private static List<Meaning> ofNameIn(TableNames names, String column, Optional<NamedThings> about, String words) {
        if (about.isEmpty()) {
            return List.of(Meaning.TITLE);
        }
        if (about.get() != NamedThings.PERSONS) {
            return List.of(about.get().itsName());
        }
        boolean first = hasBeside(names, column, Meaning.FIRST_NAME);
        boolean last = hasBeside(names, column, Meaning.LAST_NAME);
        if (first != last) {
            return List.of(first ? Meaning.LAST_NAME : Meaning.FIRST_NAME, Meaning.FULL_NAME, Meaning.COMPANY);
        }
        return List.of(words.equals("nom") ? Meaning.LAST_NAME : Meaning.FULL_NAME, Meaning.COMPANY);
    }

    private static boolean hasBeside(TableNames names, String column, Meaning meaning) {
        return names.columns().stream()
                .filter(other -> !other.equals(column))
                .map(other -> NameWords.of(names, other))
                .anyMatch(other -> suggested(other.text()).stream()
                                .findFirst()
                                .filter(meaning::equals)
                                .isPresent()
                        || suggested(other.expanded().text()).stream()
                                .findFirst()
                                .filter(meaning::equals)
                                .isPresent());
    }

    private static boolean matches(String kind, String words) {
        return WORDS.get(kind).matcher(words).matches();
    }
}
