package dev.understudy.encode;

/** Counts distinct families up to a small limit, exactly. Reused by {@link #clear()}; not for several threads. */
public final class FamilyCount {
    private final long[] seen;
    private int size;

    /** @param limit counting stops here; at least 1 */
    public FamilyCount(int limit) {
        this.seen = new long[limit];
    }

    public void clear() {
        size = 0;
    }

    public void add(long family) {
        if (size == seen.length) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (seen[i] == family) {
                return;
            }
        }
        seen[size++] = family;
    }

    /** Distinct families, at most the limit. */
    public int count() {
        return size;
    }

    /** True once as many families were seen as the limit says. */
    public boolean full() {
        return size == seen.length;
    }
}
