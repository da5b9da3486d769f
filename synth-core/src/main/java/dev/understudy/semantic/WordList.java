package dev.understudy.semantic;

import java.util.Comparator;
import java.util.List;

/** Words sorted by length, so that one that fits is found at once. */
final class WordList {
    private final List<String> words;
    private final int[] upTo = new int[33];

    WordList(List<String> words) {
        this.words = words.stream()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String word : this.words) {
            for (int length = word.length(); length < upTo.length; length++) {
                upTo[length]++;
            }
        }
    }

    /** How many words have at most {@code length} characters. */
    int count(int length) {
        return upTo[Math.max(0, Math.min(upTo.length - 1, length))];
    }

    String at(int index) {
        return words.get(index);
    }

    int size() {
        return words.size();
    }
}
