package dev.understudy.learn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.data.ColumnVector;
import dev.understudy.data.KeyHash;
import dev.understudy.data.LongArray;
import dev.understudy.data.TextVector;
import dev.understudy.semantic.DocumentReader;
import dev.understudy.semantic.TextObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Texts of a column: a hash per row, the strings of the frequent ones, and what the observer of meanings has seen.
 * All strings are kept only where the rows themselves are (lookup and copied tables).
 */
final class TextSample implements ColumnSample {
    /** Beyond this many distinct texts, those seen once so far are forgotten (lossy counting). */
    private static final int CANDIDATES = 32_768;

    private final LongArray raw = new LongArray();
    private final BitSet missing = new BitSet();
    private final TextObserver observer;
    private final boolean keepsAll;
    private List<String> all = new ArrayList<>();
    private final Map<Long, Candidate> candidates = new HashMap<>();
    private long[] hashes;
    private final SampledTexts rowTexts = new SampledTexts();
    private final RowWords words = new RowWords();
    private final DocumentReader reader;
    private final DocumentRows documents = new DocumentRows();

    private static final class Candidate {
        final String text;
        int count;

        Candidate(String text) {
            this.text = text;
        }
    }

    /** @param k families that must share whatever is kept; @param keepsAll true if rows may be kept */
    TextSample(int k, boolean keepsAll) {
        this(k, keepsAll, new DocumentReader());
    }

    /** @param reader of the documents that the texts are */
    TextSample(int k, boolean keepsAll, DocumentReader reader) {
        this.reader = reader;
        this.observer = new TextObserver(k);
        this.keepsAll = keepsAll;
    }

    @Override
    public void add(ColumnVector vector, int row, long family) {
        if (vector.isNull(row)) {
            missing.set(raw.size());
            raw.add(0);
            words.add("");
            documents.add(null);
            if (keepsAll) {
                all.add("");
            }
            return;
        }
        String text = ((TextVector) vector).get(row);
        long hash = KeyHash.of(text);
        rowTexts.add(raw.size(), family, text);
        raw.add(hash);
        words.add(text);
        Optional<JsonNode> document = reader.read(text);
        documents.add(document.orElse(null));
        observer.observe(text, family, document);
        if (keepsAll) {
            all.add(text);
        }
        candidates.computeIfAbsent(hash, h -> new Candidate(text)).count++;
        if (candidates.size() > CANDIDATES) {
            forgetRare();
        }
    }

    private void forgetRare() {
        for (int least = 1; candidates.size() > CANDIDATES / 2; least *= 2) {
            for (Iterator<Candidate> i = candidates.values().iterator(); i.hasNext(); ) {
                if (i.next().count <= least) {
                    i.remove();
                }
            }
        }
    }

    TextObserver observer() {
        return observer;
    }

    /** Texts of some rows. */
    SampledTexts rowTexts() {
        return rowTexts;
    }

    DocumentReader reader() {
        return reader;
    }

    /** What stands at the paths of the rows' documents. */
    DocumentRows documents() {
        return documents;
    }

    RowWords words() {
        return words;
    }

    long[] hashes() {
        if (hashes == null) {
            hashes = raw.take();
        }
        return hashes;
    }

    /** Different texts, exactly. */
    long distinct() {
        return Arrays.stream(hashes()).distinct().count();
    }

    /** The text of a hash, if it is among the frequent ones; else null. */
    String textOf(long hash) {
        Candidate candidate = candidates.get(hash);
        return candidate == null ? null : candidate.text;
    }

    /** All texts by row, "" where missing; empty unless rows are kept. */
    List<String> all() {
        return all;
    }

    @Override
    public BitSet missing() {
        return missing;
    }

    @Override
    public void reorder(int[] order) {
        long[] old = hashes();
        long[] moved = new long[old.length];
        BitSet movedMissing = new BitSet();
        List<String> movedTexts = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            moved[i] = old[order[i]];
            movedMissing.set(i, missing.get(order[i]));
            if (keepsAll) {
                movedTexts.add(all.get(order[i]));
            }
        }
        hashes = moved;
        all = movedTexts;
        missing.clear();
        missing.or(movedMissing);
        rowTexts.reorder(order);
        words.reorder(order);
        documents.reorder(order);
    }

    @Override
    public long sortKey(int row) {
        return hashes()[row];
    }
}
