package dev.understudy.semantic;

import dev.understudy.semantic.Shape.Run;
import dev.understudy.semantic.TextRecipe.Choice;
import dev.understudy.semantic.TextRecipe.Piece;
import dev.understudy.semantic.TextRecipe.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts the shapes of values, and within a shape the texts of each run, with their families.
 *
 * <p>Bounded: at most 256 shapes, and 16 texts a run, beyond which the run counts as free. Only what at least k families
 * share comes out. Not for several threads; merge in a fixed order.
 */
final class Shapes {
    private static final int MOST_SHAPES = 256;
    private static final int MOST_TEXTS = 16;
    /** Values whose cut is remembered; columns of few values need no other. */
    private static final int MOST_KNOWN = 4_096;

    private final int limit;
    private final Map<String, Counted> byKey = new LinkedHashMap<>();
    private final Map<String, Known> known = new HashMap<>();
    private long total;

    /** Where a value that was seen before is counted. */
    private record Known(Counted counted, List<Run> runs) {}

    /** @param limit up to how many families are counted exactly */
    Shapes(int limit) {
        this.limit = limit;
    }

    void add(String value, long family) {
        total++;
        if (value.isEmpty() || value.length() > Shape.LONGEST) {
            return;
        }
        Known before = known.get(value);
        if (before == null) {
            before = cut(value);
            if (known.size() < MOST_KNOWN) {
                known.put(value, before);
            }
        }
        if (before.counted != null) {
            before.counted.add(value, before.runs, family);
        }
    }

    /** Without a count where there are too many shapes. */
    private Known cut(String value) {
        List<Run> runs = Shape.runs(value);
        String key = Shape.key(value, runs);
        Counted counted = byKey.get(key);
        if (counted == null) {
            if (byKey.size() == MOST_SHAPES) {
                return new Known(null, runs);
            }
            counted = new Counted(runs, value, limit);
            byKey.put(key, counted);
        }
        return new Known(counted, runs);
    }

    void addAll(Shapes other) {
        total += other.total;
        other.byKey.forEach((key, theirs) -> {
            Counted ours = byKey.get(key);
            if (ours != null) {
                ours.addAll(theirs);
            } else if (byKey.size() < MOST_SHAPES) {
                byKey.put(key, theirs);
            }
        });
    }

    /** Shapes that at least {@code k} families share, the most frequent first, with weights that sum to about 1,024. */
    List<Template> templates(int k, int most) {
        List<Counted> kept = shared(k).limit(most).toList();
        long covered = kept.stream().mapToLong(counted -> counted.count).sum();
        return kept.stream().map(counted -> counted.template(k, covered)).toList();
    }

    /** Share of all values, 0 to 1, whose shape at least {@code k} families share, among the {@code most} most frequent. */
    double coverage(int k, int most) {
        long covered = shared(k).limit(most).mapToLong(counted -> counted.count).sum();
        return total == 0 ? 0 : (double) covered / total;
    }

    private Stream<Counted> shared(int k) {
        // The sort is stable, so equal counts stay in the order in which they were first seen.
        return byKey.values().stream()
                .filter(counted -> counted.families.size() >= k)
                .sorted((a, b) -> Long.compare(b.count, a.count));
    }

    private static final class Counted {
        private final List<Run> runs;
        private final String literals;
        private final FamilySet families;
        private final List<Texts> texts = new ArrayList<>();
        private long count;

        Counted(List<Run> runs, String first, int limit) {
            this.runs = runs;
            StringBuilder found = new StringBuilder();
            for (Run run : runs) {
                found.append(run.literal() ? first.charAt(run.start()) : ' ');
                texts.add(new Texts(limit));
            }
            this.literals = found.toString();
            this.families = new FamilySet(limit);
        }

        void add(String value, List<Run> cut, long family) {
            count++;
            families.add(family);
            for (int i = 0; i < cut.size(); i++) {
                Run run = cut.get(i);
                if (!run.literal()) {
                    texts.get(i).add(value, run, family);
                }
            }
        }

        void addAll(Counted other) {
            count += other.count;
            families.addAll(other.families);
            for (int i = 0; i < texts.size(); i++) {
                texts.get(i).addAll(other.texts.get(i));
            }
        }

        Template template(int k, long covered) {
            List<Piece> pieces = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                Run run = runs.get(i);
                pieces.add(
                        run.literal()
                                ? Piece.constant(literals.substring(i, i + 1))
                                : texts.get(i).piece(run.glyphs(), run.end() - run.start(), k, count));
            }
            int weight = (int) Math.max(1, Math.round(count * (double) TextRecipe.WEIGHT_PARTS / covered));
            return new Template(weight, pieces);
        }
    }

    /** Texts of one run. */
    private static final class Texts {
        /** Above this share of values, texts shared by k families stand for the whole run. */
        private static final double ENOUGH = 0.9;

        private final int limit;
        private Map<String, FamilyCount> found = new TreeMap<>();
        private int highestLead;

        Texts(int limit) {
            this.limit = limit;
        }

        void add(String value, Run run, long family) {
            char lead = value.charAt(run.start());
            highestLead = Math.max(highestLead, lead - '0');
            if (overflown()) {
                return;
            }
            String text = value.substring(run.start(), run.end());
            found.computeIfAbsent(text, t -> new FamilyCount(limit)).add(family);
            if (found.size() > MOST_TEXTS) {
                found = null;
            }
        }

        private boolean overflown() {
            return found == null;
        }

        void addAll(Texts other) {
            highestLead = Math.max(highestLead, other.highestLead);
            if (overflown() || other.overflown()) {
                found = null;
                return;
            }
            other.found.forEach((text, theirs) ->
                    found.computeIfAbsent(text, t -> new FamilyCount(limit)).addAll(theirs));
            if (found.size() > MOST_TEXTS) {
                found = null;
            }
        }

        Piece piece(Glyphs glyphs, int length, int k, long count) {
            if (!overflown()) {
                List<Map.Entry<String, FamilyCount>> shared = found.entrySet().stream()
                        .filter(entry -> entry.getValue().families.size() >= k)
                        .toList();
                long covered = shared.stream()
                        .mapToLong(entry -> entry.getValue().count)
                        .sum();
                if (!shared.isEmpty() && covered >= ENOUGH * count) {
                    List<Choice> choices = shared.stream()
                            .map(entry -> new Choice(entry.getKey(), share(entry.getValue().count, covered)))
                            .toList();
                    return new Piece(glyphs, length, 0, choices);
                }
            }
            return new Piece(glyphs, length, lead(glyphs, length), List.of());
        }

        /**
         * First digit above all first digits of the source, so that no number of the source can come out, if there is
         * room. It tells the largest number only to its leading digit, rounded outward.
         */
        private int lead(Glyphs glyphs, int length) {
            boolean room = glyphs == Glyphs.DIGITS && length >= 4 && highestLead < 9;
            return room ? highestLead + 1 : 0;
        }

        private static int share(long count, long covered) {
            return (int) Math.max(1, Math.round(count * (double) TextRecipe.WEIGHT_PARTS / covered));
        }
    }

    private static final class FamilyCount {
        private final FamilySet families;
        private long count;

        FamilyCount(int limit) {
            this.families = new FamilySet(limit);
        }

        void add(long family) {
            families.add(family);
            count++;
        }

        void addAll(FamilyCount other) {
            families.addAll(other.families);
            count += other.count;
        }
    }
}
