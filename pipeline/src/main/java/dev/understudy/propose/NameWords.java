package dev.understudy.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a name, in lower case and the singular.
 *
 * @param all in their order
 */
public record NameWords(List<String> all) {
    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\d]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** Words that say that a column is a key, and not whose. */
    private static final Set<String> GENERIC = Set.of(
            "id", "key", "code", "cd", "no", "nr", "num", "number", "uuid", "guid", "pk", "fk", "ref", "oid", "sk");

    private static final Map<String, String> IRREGULAR = Map.of(
            "people",
            "person",
            "children",
            "child",
            "men",
            "man",
            "women",
            "woman",
            "media",
            "medium",
            "indices",
            "index");

    public NameWords {
        all = List.copyOf(all);
    }

    /** Numbers at the end tell columns of one kind apart, and are left out. */
    public static NameWords of(String name) {
        String spaced = HUMP.matcher(name).replaceAll("_");
        List<String> words = new ArrayList<>();
        for (String word : GAP.split(spaced)) {
            if (!word.isEmpty()) {
                words.add(singular(word.toLowerCase(Locale.ROOT)));
            }
        }
        while (words.size() > 1 && NUMBER.matcher(words.get(words.size() - 1)).matches()) {
            words.remove(words.size() - 1);
        }
        return new NameWords(words);
    }

    private static String singular(String word) {
        String known = IRREGULAR.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() < 4
                || !word.endsWith("s")
                || word.endsWith("ss")
                || word.endsWith("us")
                || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean longPlural = word.endsWith("sses")
                || word.endsWith("xes")
                || word.endsWith("ches")
                || word.endsWith("shes")
                || word.endsWith("uses");
        return word.substring(0, word.length() - (longPlural ? 2 : 1));
    }

    /** Without the words that only say that it is a key. */
    public NameWords specific() {
        return new NameWords(
                all.stream().filter(word -> !GENERIC.contains(word)).toList());
    }

    boolean saysKey() {
        return all.stream().anyMatch(GENERIC::contains);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean endsWith(NameWords other) {
        int from = all.size() - other.all.size();
        return from >= 0 && !other.isEmpty() && all.subList(from, all.size()).equals(other.all);
    }

    boolean startsWith(NameWords other) {
        return !other.isEmpty()
                && other.all.size() <= all.size()
                && all.subList(0, other.all.size()).equals(other.all);
    }

    boolean hasAny(Set<String> words) {
        return all.stream().anyMatch(words::contains);
    }

    /** The last word; empty if there is none. */
    public String last() {
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    /** All words as one: {@code devicetype} of {@code device_type}. */
    String joined() {
        return String.join("", all);
    }

    /** Without the first word. */
    NameWords tail() {
        return new NameWords(all.subList(1, all.size()));
    }

    /** {@code order key} of {@code orderkey}, where a table is called so, or so at its beginning. */
    NameWords split(Set<String> tableWords) {
        List<String> words = new ArrayList<>();
        for (String word : all) {
            String generic = GENERIC.stream()
                    .filter(end -> word.endsWith(end) && word.length() >= end.length() + 3)
                    .max(java.util.Comparator.comparingInt(String::length))
                    .orElse("");
            String stem = word.substring(0, word.length() - generic.length());
            boolean known = !generic.isEmpty() && tableWords.stream().anyMatch(table -> table.startsWith(stem));
            if (known) {
                words.add(stem);
                words.add(generic);
            } else {
                words.add(word);
            }
        }
        return new NameWords(words);
    }
}
