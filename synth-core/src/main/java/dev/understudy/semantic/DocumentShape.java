package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.semantic.DocumentRecipe.Elements;
import dev.understudy.semantic.DocumentRecipe.Member;
import dev.understudy.semantic.DocumentRecipe.Node;
import dev.understudy.semantic.TextRecipe.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands at one path of the documents of a column: which kinds of values, which members, how long arrays are.
 *
 * <p>Bounded: 64 members an object, 64 different texts and 2,000 numbers a path, eight levels. Only what at least k families
 * share comes out. Not for several threads.
 */
final class DocumentShape {
    private static final int MOST_MEMBERS = 64;
    private static final int MOST_TEXTS = 64;
    private static final int MOST_NUMBERS = 2_000;
    private static final int DEEPEST = 8;
    private static final int MOST_STEPS = 32;

    private final int k;
    private final int depth;
    private final boolean comments;
    private final FamilySet families;
    private final Map<String, DocumentShape> members = new LinkedHashMap<>();
    private final Map<String, Shared> texts = new TreeMap<>();
    private final List<Double> numbers = new ArrayList<>();
    private final List<Double> lengths = new ArrayList<>();
    private final FamilySet numberFamilies;
    private TextObserver strings;
    private DocumentShape elements;
    private boolean manyTexts;
    private long count;
    private long nulls;
    private long booleans;
    private long trues;
    private long numeric;
    private long textual;
    private long objects;
    private long arrays;
    private int decimals;

    private static final class Shared {
        private final FamilySet families;
        private long count;

        Shared(int limit) {
            families = new FamilySet(limit);
        }
    }

    DocumentShape(int k, int depth) {
        this(k, depth, false);
    }

    /** @param comments whether what stands here is for readers of the document: it is kept where families share it, and not made */
    private DocumentShape(int k, int depth, boolean comments) {
        this.k = k;
        this.depth = depth;
        this.comments = comments;
        this.families = new FamilySet(k + 2);
        this.numberFamilies = new FamilySet(k + 2);
    }

    void add(JsonNode value, long family) {
        count++;
        families.add(family);
        if (value.isNull()) {
            nulls++;
        } else if (value.isBoolean()) {
            booleans++;
            trues += value.booleanValue() ? 1 : 0;
        } else if (value.isNumber()) {
            addNumber(value, family);
        } else if (value.isTextual()) {
            addText(value.textValue(), family);
        } else if (value.isObject() && depth < DEEPEST) {
            objects++;
            value.properties().forEach(member -> {
                if (members.containsKey(member.getKey()) || members.size() < MOST_MEMBERS) {
                    members.computeIfAbsent(
                                    member.getKey(),
                                    name -> new DocumentShape(k, depth + 1, name.equals(XmlText.COMMENT)))
                            .add(member.getValue(), family);
                }
            });
        } else if (value.isArray() && depth < DEEPEST) {
            arrays++;
            sampled(lengths, value.size());
            elements = elements == null ? new DocumentShape(k, depth + 1, comments) : elements;
            value.forEach(element -> elements.add(element, family));
        }
    }

    private void addNumber(JsonNode value, long family) {
        numeric++;
        numberFamilies.add(family);
        sampled(numbers, value.doubleValue());
        decimals = Math.max(
                decimals,
                Math.min(
                        6, Math.max(0, value.decimalValue().stripTrailingZeros().scale())));
    }

    private static void sampled(List<Double> values, double value) {
        if (values.size() < MOST_NUMBERS) {
            values.add(value);
        }
    }

    private void addText(String text, long family) {
        textual++;
        strings = strings == null ? new TextObserver(k) : strings;
        strings.observe(text, family);
        if (manyTexts) {
            return;
        }
        Shared shared = texts.computeIfAbsent(text, t -> new Shared(k + 2));
        shared.families.add(family);
        shared.count++;
        if (comments && texts.size() > MOST_TEXTS) {
            texts.values().removeIf(one -> one.count == 1);
        }
        if (texts.size() > MOST_TEXTS) {
            manyTexts = true;
            texts.clear();
        }
    }

    boolean isShared() {
        return families.size() >= k;
    }

    /** @param context of the column; the name of a member stands for the column's */
    Node node(ColumnContext context) {
        List<Member> kept = new ArrayList<>();
        members.forEach((name, member) -> {
            if (member.isShared()) {
                kept.add(new Member(name, parts(member.count, objects), member.node(named(context, name))));
            }
        });
        // Attributes stand in the tag, before all else.
        kept.sort(Comparator.comparing(member -> !member.name().startsWith(XmlText.ATTRIBUTE)));
        List<Choice> labels = new ArrayList<>();
        texts.forEach((text, shared) -> {
            if (shared.families.size() >= k) {
                labels.add(new Choice(text, parts(shared.count, textual)));
            }
        });
        TextRecipe recipe = null;
        if (strings != null) {
            Meaning meaning = strings.meaning(TableNames.alone(context.table()), context.column())
                    .map(ColumnMeaning::meaning)
                    .orElse(Meaning.OTHER);
            if (meaning.identifying() && !context.column().name().startsWith("xmlns")) {
                labels.clear();
            }
            recipe = comments ? null : recipe(meaning, context);
        }
        return new Node(
                List.of(
                        parts(nulls, count),
                        parts(booleans, count),
                        parts(numeric, count),
                        parts(textual, count),
                        parts(objects, count),
                        parts(arrays, count)),
                parts(trues, booleans),
                numberFamilies.size() >= k ? cuts(numbers) : List.of(),
                decimals,
                labels,
                recipe,
                kept,
                cuts(lengths),
                elements == null || !elements.isShared() ? null : Elements.all(elements.node(context)),
                null);
    }

    private TextRecipe recipe(Meaning meaning, ColumnContext context) {
        return meaning == Meaning.JSON ? new TextRecipe.ConstantRecipe("{}") : strings.recipe(context.meant(meaning));
    }

    /** What stands between tags is called as the element is. */
    private static ColumnContext named(ColumnContext context, String member) {
        return member.equals(XmlText.TEXT)
                ? context
                : context.named(member.startsWith(XmlText.ATTRIBUTE) ? member.substring(1) : member);
    }

    /** Values at equal steps of probability, 2 k to each, without the outermost k, rounded to three digits. */
    private List<Double> cuts(List<Double> values) {
        if (values.size() <= 2 * k) {
            return List.of();
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] inner = Arrays.copyOfRange(sorted, k - 1, sorted.length - k + 1);
        int steps = Math.max(1, Math.min(MOST_STEPS, inner.length / (2 * k)));
        List<Double> cuts = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double value = inner[(int) Math.round((double) i * (inner.length - 1) / steps)];
            double unit = value == 0 ? 1 : Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 2);
            cuts.add(Math.round(value / unit) * unit);
        }
        return cuts;
    }

    private static int parts(long some, long all) {
        return all == 0 ? 0 : (int) Math.round((double) some * TextRecipe.WEIGHT_PARTS / all);
    }
}
