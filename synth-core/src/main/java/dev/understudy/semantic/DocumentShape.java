package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.semantic.DocumentRecipe.Elements;
import dev.understudy.semantic.DocumentRecipe.Member;
import dev.understudy.semantic.DocumentRecipe.Node;
import dev.understudy.semantic.TextRecipe.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands at one path of the documents of a column: which kinds of values, which members, how long arrays are.
 *
 * <p>Bounded: 64 members an object, 64 different texts a path, eight levels. Only what at least k families
 * share comes out. Not for several threads.
 */
final class DocumentShape {
    private static final int MOST_MEMBERS = 64;
    private static final int MOST_TEXTS = 64;
    private static final int DEEPEST = 8;

    private final int k;
    private final int depth;
    private final boolean comments;
    private final FamilySet families;
    private final Map<String, DocumentShape> members = new LinkedHashMap<>();
    private final Map<String, Shared> texts = new TreeMap<>();
    private final NumberShape numbers = new NumberShape();
    private final NumberShape lengths = new NumberShape();
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
            numeric++;
            numbers.add(value.decimalValue(), family);
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
            lengths.add(value.size(), family);
            elements = elements == null ? new DocumentShape(k, depth + 1, comments) : elements;
            value.forEach(element -> elements.add(element, family));
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
        List<String> allowed = context.column().type().labels();
        List<Choice> labels = allowed.isEmpty() ? labels() : labels(allowed);
        TextRecipe recipe = null;
        if (strings != null && allowed.isEmpty()) {
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
                numbers.numbers(k),
                labels,
                recipe,
                kept,
                lengths.cuts(k),
                elements == null || !elements.isShared() ? null : Elements.all(elements.node(context.element())),
                null);
    }

    private List<Choice> labels() {
        List<Choice> labels = new ArrayList<>();
        texts.forEach((text, shared) -> {
            if (shared.families.size() >= k) {
                labels.add(new Choice(text, parts(shared.count, textual)));
            }
        });
        return labels;
    }

    /** Those that families share as often as they came; others of the type, which no data tells, share what is left. */
    private List<Choice> labels(List<String> allowed) {
        List<Choice> labels = new ArrayList<>(labels());
        List<String> others = allowed.stream()
                .filter(label -> labels.stream().noneMatch(one -> one.text().equals(label)))
                .toList();
        int rest = TextRecipe.WEIGHT_PARTS
                - labels.stream().mapToInt(Choice::weight).sum();
        others.stream()
                .filter(label -> rest >= others.size())
                .forEach(label -> labels.add(new Choice(label, rest / others.size())));
        return labels;
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

    private static int parts(long some, long all) {
        return all == 0 ? 0 : (int) Math.round((double) some * TextRecipe.WEIGHT_PARTS / all);
    }
}
