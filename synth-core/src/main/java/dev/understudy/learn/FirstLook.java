package dev.understudy.learn;

/**
 * Which of many rows to look at first: evenly spaced ones, but where one outcome leads so far that those would hardly meet
 * another, a quarter of them have another. What decides the one day on which shops close is found among few such days.
 *
 * <p>Source: case-control sampling; King and Zeng (2001), Logistic regression in rare events data. It finds what tells
 * outcomes apart, not how often each comes.
 */
final class FirstLook {
    /** Others than the leading outcome are rare below this part of the rows. */
    private static final int RARE = 8;

    private static final int OTHERS = 4;

    private FirstLook() {}

    /**
     * Time O(n) if there are more rows than asked for.
     *
     * @param rows   row numbers; those from {@code from} on are meant, n of them
     * @param counts occurrences of each code among them
     * @param most   most rows to look at
     * @return min(n, most) different rows
     */
    static int[] rows(Outcomes outcomes, int[] rows, int from, int n, int[] counts, int most) {
        int leading = 0;
        for (int code = 1; code < counts.length; code++) {
            leading = counts[code] > counts[leading] ? code : leading;
        }
        int others = n - counts[leading];
        if (n <= most || others == 0 || (long) others * RARE >= n) {
            int size = Math.min(n, most);
            int[] some = new int[size];
            for (int i = 0; i < size; i++) {
                some[i] = rows[from + (int) ((long) i * n / size)];
            }
            return some;
        }
        int wanted = Math.min(others, most / OTHERS);
        int[] some = new int[most];
        int filled = 0;
        int rare = 0;
        int usual = 0;
        for (int i = from; i < from + n; i++) {
            boolean isRare = outcomes.code(rows[i]) != leading;
            int before = isRare ? rare++ : usual++;
            boolean chosen =
                    isRare ? isChosen(before, others, wanted) : isChosen(before, counts[leading], most - wanted);
            if (chosen) {
                some[filled++] = rows[i];
            }
        }
        return some;
    }

    /** Whether the i-th of all is among so many evenly spaced ones. */
    private static boolean isChosen(int i, int all, int wanted) {
        return (long) (i + 1) * wanted / all > (long) i * wanted / all;
    }
}
