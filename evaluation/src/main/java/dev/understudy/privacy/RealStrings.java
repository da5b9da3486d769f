package dev.understudy.privacy;

import dev.understudy.data.KeyHash;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TableNames;
import dev.understudy.semantic.TextObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The real strings of one column while they are searched for, as hashes: whole strings, and runs of eight words. Two strings
 * with one hash would be taken for one, which no sample of ours will see.
 */
final class RealStrings {
    private static final int SHORTEST = 8;
    private static final int WORDS = 8;
    private static final Draws DRAWS = Draws.seeded(11);

    private final long[] families;
    private final boolean[] heldOut;
    private final int k;
    private final Set<Long> held = new HashSet<>();
    private final double thinned;
    private final TextObserver observer;
    private final Map<Long, Set<Long>> pieces = new HashMap<>();
    private int row;

    /**
     * @param heldOut by row, true if nothing was made from it; null if nobody knows
     * @param k       families that make a string common
     */
    RealStrings(long[] families, boolean[] heldOut, int k) {
        this.families = families;
        this.heldOut = heldOut;
        this.k = k;
        this.observer = new TextObserver(k);
        Set<Long> learned = new HashSet<>();
        for (int i = 0; heldOut != null && i < families.length; i++) {
            (heldOut[i] ? held : learned).add(families[i]);
        }
        this.thinned = learned.isEmpty() ? 1 : (double) held.size() / learned.size();
    }

    /** Adds the next row. @param text null if it has none */
    void add(String text) {
        int at = row++;
        if (text == null) {
            return;
        }
        observer.observe(text, families[at]);
        for (long piece : pieces(text)) {
            Set<Long> sharing = pieces.computeIfAbsent(piece, any -> new HashSet<>(2));
            if (sharing.size() < k) {
                sharing.add(families[at]);
            }
        }
    }

    /** 1 for a learned family that is compared, 2 for one that it is compared with, 0 for a learned one that is not. */
    private int part(long family) {
        double turn = DRAWS.unit(family);
        if (heldOut == null) {
            return turn < 0.5 ? 1 : 2;
        }
        return held.contains(family) ? thinned <= 1 || turn < 1 / thinned ? 2 : 3 : turn < thinned ? 1 : 0;
    }

    Meaning meaning(TableNames names, Column column) {
        return observer.meaning(names, column).map(one -> one.meaning()).orElse(Meaning.OTHER);
    }

    /** The string itself if it is long enough to be told again, and all runs of eight words. */
    static List<Long> pieces(String text) {
        List<Long> pieces = new ArrayList<>();
        if (text.strip().length() >= SHORTEST) {
            pieces.add(KeyHash.of(text));
        }
        if (text.length() >= 2 * WORDS) {
            String[] words = text.strip().split("\\s+");
            for (int start = 0; start + WORDS <= words.length; start++) {
                long hash = WORDS;
                for (int i = start; i < start + WORDS; i++) {
                    hash = Draws.mix(hash ^ KeyHash.of(words[i]));
                }
                pieces.add(hash);
            }
        }
        return pieces;
    }

    /**
     * What was found again. Families are counted, not strings: those of one family are found together.
     *
     * @param heldOut       true if there are families that nothing was made from
     * @param rare          pieces that fewer than k families share
     * @param onlyLearned   of those, pieces that only learned families have and that were found
     * @param families      families with rare pieces: as many learned as held-out ones, or one half without a hold-out
     * @param found         of those, families with a piece that was found
     * @param others        the others with rare pieces
     * @param othersFound   of those, families with a piece that was found
     * @param betweenHalves share of the families with a piece that one of the others has too
     */
    record Matches(
            boolean heldOut,
            int rare,
            int onlyLearned,
            int families,
            int found,
            int others,
            int othersFound,
            double betweenHalves) {
        /** True if real families that know nothing of each other have such pieces in common. */
        boolean isCommonKnowledge() {
            return betweenHalves > 0.01 || heldOut && othersFound > 0;
        }
    }

    Matches matches(Set<Long> made) {
        int rare = 0;
        int onlyLearned = 0;
        List<Set<Long>> with = List.of(new HashSet<>(), new HashSet<>());
        List<Set<Long>> found = List.of(new HashSet<>(), new HashSet<>());
        Set<Long> shared = new HashSet<>();
        for (Map.Entry<Long, Set<Long>> piece : pieces.entrySet()) {
            Set<Long> sharing = piece.getValue();
            if (sharing.size() >= k) {
                continue;
            }
            rare++;
            boolean again = made.contains(piece.getKey());
            onlyLearned += again && sharing.stream().noneMatch(held::contains) ? 1 : 0;
            boolean others = sharing.stream().anyMatch(family -> part(family) == 2);
            for (long family : sharing) {
                int part = part(family);
                if (part == 1 || part == 2) {
                    with.get(part - 1).add(family);
                    if (again) {
                        found.get(part - 1).add(family);
                    }
                    if (part == 1 && others) {
                        shared.add(family);
                    }
                }
            }
        }
        return new Matches(
                heldOut != null,
                rare,
                onlyLearned,
                with.get(0).size(),
                found.get(0).size(),
                with.get(1).size(),
                found.get(1).size(),
                shared.size() / (double) Math.max(1, with.get(0).size()));
    }
}
