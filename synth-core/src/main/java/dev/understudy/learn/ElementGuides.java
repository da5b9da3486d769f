package dev.understudy.learn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.encode.FamilyCount;
import dev.understudy.semantic.ColumnContext;
import dev.understudy.semantic.DocumentRecipe;
import dev.understudy.semantic.DocumentRecipe.Elements;
import dev.understudy.semantic.DocumentRecipe.Node;
import dev.understudy.semantic.TextRecipe;
import dev.understudy.semantic.TextRecipe.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Elements of arrays as rows of a child table: each is of a kind, by the label in it that says most of its other members, and
 * the kinds follow the row. A kind's members are learned from its elements alone, so an article and its price go together.
 *
 * <p>Looks at the documents of at most 4,000 rows.
 */
final class ElementGuides {
    private static final int MOST_KINDS = 24;
    private static final int CLASSES = 8;
    /** Nats that the row must tell of the kind, beyond what chance would. */
    private static final double LEAST_TOLD = 0.01;

    private final TextSample texts;
    private final TableSample sample;
    private final List<EncodedColumn> columns;
    private final ColumnContext context;
    private final int k;

    ElementGuides(TextSample texts, TableSample sample, List<EncodedColumn> columns, ColumnContext context, int k) {
        this.texts = texts;
        this.sample = sample;
        this.columns = columns;
        this.context = context;
        this.k = k;
    }

    /**
     * @param hidden  makes a hidden column of classes by row, and tells its place
     * @param numbers the same for numbers
     */
    Elements guided(String path, Elements of, ToIntFunction<int[]> hidden, ElementLevels.Hidden numbers) {
        Node all = of.kinds().get(0);
        ElementSample found = ElementSample.of(texts, path);
        ElementSeries series = new ElementSeries(found, sample.family(), k);
        String member = tellingMember(all, found);
        int[] kind = member == null ? new int[0] : kinds(found, all, member);
        int count = kind.length == 0 ? 0 : 1 + Arrays.stream(kind).max().orElse(0);
        if (count < 2) {
            int[] one = new int[found.size()];
            return new Elements(
                    of.kinds(),
                    of.shares(),
                    -1,
                    series.series(
                            all, one, of.shares(), null, new ElementLevels(found, sample, null, columns, k, numbers)));
        }
        List<Node> kinds = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            kinds.add(learned(found, kind, one, path));
        }
        EncodedColumn column = tellingColumn(found, kind, count);
        ElementLevels levels = new ElementLevels(found, sample, column, columns, k, numbers);
        if (column == null) {
            List<List<Integer>> shares = List.of(shares(found, kind, count, null, 0));
            return new Elements(kinds, shares, -1, series.series(all, kind, shares, null, levels));
        }
        byte[] classOf = classes(column);
        int used = 1 + max(classOf);
        int[] byRow = new int[sample.rows()];
        for (int row = 0; row < byRow.length; row++) {
            byRow[row] = classOf[column.codes()[row] & 0xFFFF];
        }
        List<List<Integer>> shares = new ArrayList<>();
        for (int one = 0; one < used; one++) {
            shares.add(shares(found, kind, count, byRow, one));
        }
        return new Elements(kinds, shares, hidden.applyAsInt(byRow), series.series(all, kind, shares, byRow, levels));
    }

    private static int max(byte[] values) {
        int max = 0;
        for (byte value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /** "" for elements that are texts themselves; null where nothing has labels. */
    private String tellingMember(Node all, ElementSample found) {
        if (isLabelled(all)) {
            return "";
        }
        String best = null;
        double most = 0;
        for (DocumentRecipe.Member member : all.members()) {
            if (isLabelled(member.node())) {
                double told = told(all, found, member.name());
                if (best == null || told > most) {
                    best = member.name();
                    most = told;
                }
            }
        }
        return best;
    }

    private static boolean isLabelled(Node node) {
        return node.labels().size() > 1 && node.labels().size() <= MOST_KINDS;
    }

    /** What a member tells of the others together, in nats. */
    private double told(Node all, ElementSample found, String member) {
        double told = 0;
        for (DocumentRecipe.Member other : all.members()) {
            if (!other.name().equals(member)) {
                Map<Long, Integer> joint = new HashMap<>();
                Map<Integer, Integer> one = new HashMap<>();
                Map<Integer, Integer> two = new HashMap<>();
                for (JsonNode element : found.elements()) {
                    int a = element.path(member).asText().hashCode();
                    int b = rough(element.path(other.name()));
                    joint.merge((long) a << 32 | b & 0xFFFFFFFFL, 1, Integer::sum);
                    one.merge(a, 1, Integer::sum);
                    two.merge(b, 1, Integer::sum);
                }
                double n = Math.max(1, found.size());
                told += (sum(joint) - sum(one) - sum(two) + n * Math.log(n)) / n
                        - (one.size() - 1.0) * (two.size() - 1.0) / (2 * n);
            }
        }
        return told;
    }

    /** Numbers by their order of magnitude, so that few are different. */
    private static int rough(JsonNode value) {
        return value.isNumber()
                ? (int) Math.round(3 * Math.log1p(Math.abs(value.doubleValue())))
                : value.asText().hashCode();
    }

    private static double sum(Map<?, Integer> counts) {
        return counts.values().stream()
                .mapToDouble(count -> count * Math.log(count))
                .sum();
    }

    /** The number of its label for each element; those of rare labels, and of labels that too few families have here, last. */
    private int[] kinds(ElementSample found, Node all, String member) {
        List<Choice> labels = member.isEmpty()
                ? all.labels()
                : all.members().stream()
                        .filter(one -> one.name().equals(member))
                        .findFirst()
                        .orElseThrow()
                        .node()
                        .labels();
        Map<String, FamilyCount> families = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            families.computeIfAbsent(label(found.elements().get(i), member), l -> new FamilyCount(k))
                    .add(sample.family()[found.rows().get(i)]);
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (Choice label : labels) {
            if (families.containsKey(label.text()) && families.get(label.text()).full()) {
                numbers.put(label.text(), numbers.size());
            }
        }
        return found.elements().stream()
                .mapToInt(element -> numbers.getOrDefault(label(element, member), numbers.size()))
                .toArray();
    }

    private static String label(JsonNode element, String member) {
        return (member.isEmpty() ? element : element.path(member)).asText();
    }

    private Node learned(ElementSample found, int[] kind, int which, String path) {
        List<JsonNode> elements = new ArrayList<>();
        List<Long> families = new ArrayList<>();
        for (int i = 0; i < kind.length; i++) {
            if (kind[i] == which) {
                elements.add(found.elements().get(i));
                families.add(sample.family()[found.rows().get(i)]);
            }
        }
        return DocumentRecipe.learned(
                elements, families.stream().mapToLong(Long::longValue).toArray(), k, context, path);
    }

    /** The column of the row that tells most of the kinds; null if none does. */
    private EncodedColumn tellingColumn(ElementSample found, int[] kind, int count) {
        EncodedColumn best = null;
        double most = LEAST_TOLD;
        for (EncodedColumn column : columns) {
            byte[] classOf = classes(column);
            int[] joint = new int[CLASSES * count];
            int[] ofClass = new int[CLASSES];
            int[] ofKind = new int[count];
            for (int i = 0; i < kind.length; i++) {
                int one = classOf[column.codes()[found.rows().get(i)] & 0xFFFF];
                joint[one * count + kind[i]]++;
                ofClass[one]++;
                ofKind[kind[i]]++;
            }
            double n = kind.length;
            double told = (sum(joint) - sum(ofClass) - sum(ofKind) + n * Math.log(n)) / n
                    - (CLASSES - 1.0) * (count - 1.0) / (2 * n);
            if (told > most) {
                most = told;
                best = column;
            }
        }
        return best;
    }

    private static double sum(int[] counts) {
        return Arrays.stream(counts)
                .filter(count -> count > 1)
                .mapToDouble(count -> count * Math.log(count))
                .sum();
    }

    private static byte[] classes(EncodedColumn column) {
        int[] counts = new int[column.codec().codes()];
        for (short code : column.codes()) {
            counts[code & 0xFFFF]++;
        }
        return ClassMap.of(counts, column.codes().length, column.codec().ordered(), CLASSES);
    }

    /** Shares of kinds among the elements of rows of a class; a kind of fewer than three families there has none. */
    private List<Integer> shares(ElementSample found, int[] kind, int count, int[] byRow, int which) {
        int[] counts = new int[count];
        FamilyCount[] families = new FamilyCount[count];
        Arrays.setAll(families, i -> new FamilyCount(Math.min(3, k)));
        int all = 0;
        for (int i = 0; i < kind.length; i++) {
            if (byRow == null || byRow[found.rows().get(i)] == which) {
                counts[kind[i]]++;
                families[kind[i]].add(sample.family()[found.rows().get(i)]);
                all++;
            }
        }
        List<Integer> shares = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            shares.add(
                    families[one].full()
                            ? Math.max(1, (int) Math.round((double) counts[one] * TextRecipe.WEIGHT_PARTS / all))
                            : 0);
        }
        return shares.stream().allMatch(share -> share == 0) ? shares(found, kind, count, null, 0) : shares;
    }
}
