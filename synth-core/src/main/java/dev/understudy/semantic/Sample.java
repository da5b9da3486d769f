package dev.understudy.semantic;

import dev.understudy.random.Draws;
import java.util.List;
import java.util.TreeMap;

/**
 * Up to 2,000 different values: those with the smallest hashes, so that the choice depends neither on the order of rows
 * nor on how they were divided. Lives in memory only.
 */
final class Sample {
    static final int MOST = 2_000;
    /** Characters of a value that are kept; longer ones are documents, judged by their beginning. */
    private static final int MOST_CHARACTERS = 4_000;

    private final TreeMap<Long, String> byHash = new TreeMap<>();

    void add(String value) {
        long hash = hash(value);
        if (byHash.size() >= MOST && hash >= byHash.lastKey()) {
            return;
        }
        byHash.put(hash, value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) : value);
        trim();
    }

    void addAll(Sample other) {
        byHash.putAll(other.byHash);
        trim();
    }

    private void trim() {
        while (byHash.size() > MOST) {
            byHash.pollLastEntry();
        }
    }

    List<String> values() {
        return List.copyOf(byHash.values());
    }

    private static long hash(String value) {
        long hash = value.length();
        for (int i = 0; i < value.length(); i++) {
            hash = hash * 0x100000001B3L + value.charAt(i);
        }
        return Draws.mix(hash);
    }
}
