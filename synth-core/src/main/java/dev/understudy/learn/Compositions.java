package dev.understudy.learn;

import dev.understudy.learn.TextSources.Source;
import dev.understudy.model.ColumnFill.Place;
import dev.understudy.semantic.Change;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextRecipe;
import dev.understudy.semantic.TextRecipe.Form;
import dev.understudy.semantic.TextRecipe.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds texts that nobody declared to follow from others: a full name from two names, a slug from a title, a user's address
 * that the order repeats, a number that begins with the year.
 *
 * <p>A form counts if at least k families share it; forms must explain almost all rows, for e-mail addresses most. A column
 * is never made from one that is made from it.
 */
final class Compositions {
    private static final double ALMOST_ALL = 0.95;
    private static final double MOST_ADDRESSES = 0.6;
    private static final int MOST_FORMS = 4;
    private static final int FEWEST_ROWS = 20;
    private static final double ROUNDING = 1e-6;

    /**
     * @param forms   with sources numbered as in {@code sources}
     * @param sources where they stand
     * @param share   of rows that are explained, 0 to 1
     * @param copied  true if the whole text is another row's, false if parts of it are other columns'
     * @param counted true if the row's number belongs into the text
     */
    record Found(List<Form> forms, List<Place> sources, double share, boolean copied, boolean counted) {}

    private final TableSample sample;
    private final List<Source> sources;
    private final int k;
    private final Map<String, Found> found = new LinkedHashMap<>();
    /** Per source and row; every column of the table is held against the same ones. */
    private final List<Map<Integer, Optional<Explanation.Told>>> told = new ArrayList<>();

    private Compositions(TableSample sample, List<Source> sources, int k) {
        this.sample = sample;
        this.sources = sources;
        this.k = k;
        sources.forEach(source -> told.add(new HashMap<>()));
    }

    /** By column. @param meanings of the columns that may be composed; the others stay sources */
    static Map<String, Found> of(TableSample sample, List<Source> sources, Map<String, Meaning> meanings, int k) {
        Compositions compositions = new Compositions(sample, sources, k);
        List<String> longestFirst = new ArrayList<>(meanings.keySet());
        longestFirst.sort(Comparator.comparingDouble((String name) -> -averageLength(sample, name)));
        for (String name : longestFirst) {
            compositions.find(name, meanings.get(name));
        }
        return compositions.found;
    }

    private static double averageLength(TableSample sample, String name) {
        SampledTexts texts = ((TextSample) sample.column(name)).rowTexts();
        long sum = 0;
        for (int row : texts.rows()) {
            sum += texts.at(row).length();
        }
        return (double) sum / Math.max(1, texts.size());
    }

    private void find(String name, Meaning meaning) {
        TextSample texts = (TextSample) sample.column(name);
        if (!mayFollow(meaning) || texts.rowTexts().size() < FEWEST_ROWS) {
            return;
        }
        Optional<Found> copied = copied(name, texts);
        copied.or(() -> composed(name, texts, meaning, false))
                .or(() -> composed(name, texts, meaning, true))
                .ifPresent(what -> found.put(name, what));
    }

    private static boolean mayFollow(Meaning meaning) {
        return switch (meaning) {
            case TOKEN, PASSWORD_HASH, UUID, DIGEST, JWT, JSON, XML, HTML, FREE_TEXT, BASE64, IBAN, CARD, CARD_CHECK ->
                false;
            default -> true;
        };
    }

    /** Equal to a text of the owner, or of a row that is referred to, in (almost) every row. */
    private Optional<Found> copied(String name, TextSample texts) {
        if (texts.distinct() < FEWEST_ROWS) {
            return Optional.empty();
        }
        for (Source source : sources) {
            if (source.rowOf() == null) {
                continue;
            }
            int both = 0;
            int equal = 0;
            for (int row = 0; row < sample.rows(); row++) {
                int at = source.rowOf()[row];
                if (at < 0
                        || texts.missing().get(row)
                        || source.texts().missing().get(at)) {
                    continue;
                }
                both++;
                equal += texts.hashes()[row] == source.texts().hashes()[at] ? 1 : 0;
            }
            if (both >= FEWEST_ROWS && equal >= ALMOST_ALL * both) {
                Form form = new Form(TextRecipe.WEIGHT_PARTS, List.of(Part.of(0, Change.AS_IS)));
                return Optional.of(
                        new Found(List.of(form), List.of(source.place()), (double) equal / both, true, false));
            }
        }
        return Optional.empty();
    }

    /** Rows and families of one form. */
    private static final class Count {
        private final Set<Long> families = new HashSet<>();
        private int rows;
    }

    /** @param initials whether to look for single letters too; only where nothing is found without them */
    private Optional<Found> composed(String name, TextSample texts, Meaning meaning, boolean initials) {
        List<Integer> usable = usable(name);
        if (usable.isEmpty()) {
            return Optional.empty();
        }
        Map<List<Part>, Count> counts = new LinkedHashMap<>();
        int rows = 0;
        double mayBeLeft = (1 - needed(meaning)) * texts.rowTexts().size() + ROUNDING;
        for (int row : texts.rowTexts().rows()) {
            String text = texts.rowTexts().at(row);
            int at = text.indexOf('@');
            if (text.isBlank()) {
                continue;
            }
            List<Explanation.Told> told = new ArrayList<>();
            for (int s : usable) {
                told(s, row).ifPresent(told::add);
            }
            rows++;
            List<Part> parts = Explanation.of(
                    meaning == Meaning.EMAIL && at > 0 ? text.substring(0, at) : text.strip(), told, initials);
            // Most columns follow from nothing, which a few rows tell.
            if (parts.stream().noneMatch(part -> part.source() >= 0) && --mayBeLeft < 0) {
                return Optional.empty();
            }
            Count count = counts.computeIfAbsent(parts, p -> new Count());
            count.rows++;
            count.families.add(sample.family()[row]);
        }
        return accepted(counts, rows, meaning);
    }

    /** What a source says in a row. */
    private Optional<Explanation.Told> told(int s, int row) {
        return told.get(s)
                .computeIfAbsent(
                        row,
                        at -> Optional.ofNullable(sources.get(s).values().apply(at))
                                .filter(value -> !value.isBlank())
                                .map(value ->
                                        new Explanation.Told(s, sources.get(s).isDate(), value.strip())));
    }

    private Optional<Found> accepted(Map<List<Part>, Count> counts, int rows, Meaning meaning) {
        List<Map.Entry<List<Part>, Count>> kept = counts.entrySet().stream()
                .filter(entry -> entry.getValue().families.size() >= k + 2)
                .filter(entry -> entry.getKey().stream().anyMatch(part -> part.source() >= 0))
                .sorted(Comparator.comparingInt((Map.Entry<List<Part>, Count> entry) -> -entry.getValue().rows))
                .limit(MOST_FORMS)
                .toList();
        int covered = kept.stream().mapToInt(entry -> entry.getValue().rows).sum();
        if (kept.isEmpty() || rows < FEWEST_ROWS || covered < needed(meaning) * rows) {
            return Optional.empty();
        }
        Map<Integer, Integer> numbers = new TreeMap<>();
        List<Place> places = new ArrayList<>();
        List<Form> forms = new ArrayList<>();
        for (Map.Entry<List<Part>, Count> entry : kept) {
            List<Part> parts = new ArrayList<>();
            for (Part part : entry.getKey()) {
                if (part.source() >= 0 && !numbers.containsKey(part.source())) {
                    numbers.put(part.source(), places.size());
                    places.add(sources.get(part.source()).place());
                }
                parts.add(part.source() < 0 ? part : Part.of(numbers.get(part.source()), part.change()));
            }
            int weight = (int) Math.max(1, Math.round(entry.getValue().rows * 1024.0 / covered));
            forms.add(new Form(weight, parts));
        }
        return Optional.of(new Found(forms, places, (double) covered / rows, false, false));
    }

    /** What share of the rows must be explained. */
    private static double needed(Meaning meaning) {
        return meaning == Meaning.EMAIL || meaning == Meaning.USERNAME ? MOST_ADDRESSES : ALMOST_ALL;
    }

    /** Sources that are not made from the column itself. */
    private List<Integer> usable(String name) {
        List<Integer> usable = new ArrayList<>();
        for (int s = 0; s < sources.size(); s++) {
            Place place = sources.get(s).place();
            if (place.step() != Place.OWN
                    || !place.column().equals(name) && !dependsOn(place.column(), name, new HashMap<>())) {
                usable.add(s);
            }
        }
        return usable;
    }

    private boolean dependsOn(String column, String on, Map<String, Boolean> seen) {
        Found what = found.get(column);
        if (what == null || seen.put(column, true) != null) {
            return false;
        }
        return what.sources().stream()
                .filter(place -> place.step() == Place.OWN)
                .anyMatch(place -> place.column().equals(on) || dependsOn(place.column(), on, seen));
    }
}
