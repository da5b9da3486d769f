package dev.understudy.semantic;

import dev.understudy.random.Draws;
import java.util.List;

/**
 * All combinations of some word lists, in shuffled order, then the same again with a number behind.
 *
 * <p>Injective as long as no word holds a blank or ends in a number, which the lists see to.
 */
final class Combination {
    private static final int DIGITS_OF_NUMBER = 7;
    private static final long MOST_ROUNDS = 999_999;

    private final List<List<String>> lists;
    private final Permutation permutation;
    private final boolean numbered;

    /** @param maxLength 0 for no limit; words that would not fit are left out */
    Combination(List<List<String>> lists, int maxLength, Draws draws) {
        int gaps = lists.size() - 1;
        int longest = maxLength == 0 ? Integer.MAX_VALUE : (maxLength - gaps) / lists.size();
        int longestWithNumber = maxLength == 0 ? longest : (maxLength - gaps - DIGITS_OF_NUMBER) / lists.size();
        this.numbered = longestWithNumber >= 5;
        int limit = numbered ? longestWithNumber : longest;
        this.lists = lists.stream()
                .map(list ->
                        list.stream().filter(word -> word.length() <= limit).toList())
                .toList();
        long size = this.lists.stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
        this.permutation = size == 0 ? null : new Permutation(size, draws);
    }

    /** False if no word fits. */
    boolean isPossible() {
        return permutation != null;
    }

    /** False if there is no room for a number, so that combinations run out. */
    boolean isEndless() {
        return numbered;
    }

    String of(long serial) {
        long rest = permutation.of(serial % permutation.size());
        StringBuilder text = new StringBuilder();
        for (List<String> list : lists) {
            text.append(text.length() == 0 ? "" : " ").append(list.get((int) (rest % list.size())));
            rest /= list.size();
        }
        long round = serial / permutation.size();
        return round == 0 ? text.toString() : text.append(' ').append(round + 1).toString();
    }

    long capacity() {
        return numbered ? permutation.size() * MOST_ROUNDS : permutation.size();
    }
}
