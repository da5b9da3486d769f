package dev.understudy.encode;

/**
 * Codes of a column as others see it: at most 64 groups, so that any split of a tree is one 64-bit mask.
 *
 * @param of    group of each code, 0..63; group 0 is null alone; never written after construction
 * @param count number of groups
 */
public record Groups(byte[] of, int count) {
    public static final int MAX = 64;

    /** Stands for the groups by which all others see a column. */
    public static final Groups COMMON = new Groups(new byte[0], 0);

    public boolean isCommon() {
        return count == 0;
    }

    /**
     * Groups codes by how often they occur: ordered codes into neighbours of about equal weight, others by keeping the
     * most frequent and folding the rest.
     *
     * @param weights occurrences of each code
     */
    public static Groups of(Codec codec, long[] weights) {
        return codec.ordered() ? neighbours(weights) : leaders(weights);
    }

    /** The groups of many codes. */
    public byte[] of(short[] codes) {
        byte[] groups = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            groups[i] = of[codes[i] & 0xFFFF];
        }
        return groups;
    }

    /** Codes that are groups already. @param count 1..64 */
    public static Groups identity(int count) {
        byte[] of = new byte[count];
        for (int i = 0; i < count; i++) {
            of[i] = (byte) i;
        }
        return new Groups(of, count);
    }

    /**
     * Codes 1.. in neighbourhoods of about equal weight, null alone.
     *
     * @param weights occurrences of each code
     */
    public static Groups neighbours(long[] weights) {
        if (weights.length <= MAX) {
            return identity(weights.length);
        }
        long total = 0;
        for (int code = 1; code < weights.length; code++) {
            total += weights[code];
        }
        byte[] of = new byte[weights.length];
        long before = 0;
        int group = 1;
        long groupWeight = 0;
        for (int code = 1; code < weights.length; code++) {
            long goal = Math.max(1, (total - before) / (MAX - group));
            if (groupWeight > 0 && groupWeight + weights[code] / 2 > goal && group < MAX - 1) {
                before += groupWeight;
                group++;
                groupWeight = 0;
            }
            of[code] = (byte) group;
            groupWeight += weights[code];
        }
        return new Groups(of, group + 1);
    }

    private static Groups leaders(long[] weights) {
        if (weights.length <= MAX) {
            return identity(weights.length);
        }
        Integer[] byWeight = new Integer[weights.length - 1];
        for (int i = 0; i < byWeight.length; i++) {
            byWeight[i] = i + 1;
        }
        java.util.Arrays.sort(byWeight, (a, b) -> Long.compare(weights[b], weights[a]));
        byte[] of = new byte[weights.length];
        for (int i = 0; i < byWeight.length; i++) {
            of[byWeight[i]] = (byte) Math.min(i + 1, MAX - 1);
        }
        return new Groups(of, MAX);
    }

    /** Moves rows whose group is in the mask to the front. @return where the others begin */
    public static int partition(int[] rows, int from, int to, byte[] groups, long mask) {
        int low = from;
        int high = to - 1;
        while (low <= high) {
            int row = rows[low];
            if ((mask >>> groups[row] & 1) != 0) {
                low++;
            } else {
                rows[low] = rows[high];
                rows[high--] = row;
            }
        }
        return low;
    }
}
