package dev.understudy.semantic;

/** Counts distinct families exactly up to a limit and stops there. Not for several threads. */
final class FamilySet {
    private final long[] members;
    private int size;

    FamilySet(int limit) {
        this.members = new long[limit];
    }

    void add(long family) {
        if (size == members.length) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (members[i] == family) {
                return;
            }
        }
        members[size++] = family;
    }

    void addAll(FamilySet other) {
        for (int i = 0; i < other.size; i++) {
            add(other.members[i]);
        }
    }

    /** Distinct families seen, at most the limit. */
    int size() {
        return size;
    }
}
