package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.random.Draws;
import dev.understudy.semantic.DocumentRecipe.Elements;
import dev.understudy.semantic.DocumentRecipe.Member;
import dev.understudy.semantic.DocumentRecipe.Node;
import dev.understudy.semantic.DocumentRecipe.Order;
import dev.understudy.semantic.DocumentRecipe.Product;
import dev.understudy.semantic.DocumentRecipe.Series;
import dev.understudy.semantic.DocumentRecipe.Total;
import dev.understudy.semantic.DocumentRecipe.Way;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The array of one path, ready to be made: each element is of a kind that follows the row and the element before, says nothing
 * twice that the source never does, and its numbers, orders, products and totals are those of {@link Series}.
 */
final class ArrayPart {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long MOST_ELEMENTS = 1_000;
    private static final int TRIES = 12;

    private final Elements of;
    private final Series series;
    private final List<DocumentPart> kinds = new ArrayList<>();
    private final Draws draws;

    ArrayPart(Elements of, Draws personas, Draws draws) {
        this.of = of;
        this.series = of.series();
        this.draws = draws;
        for (int kind = 0; kind < of.kinds().size(); kind++) {
            kinds.add(new DocumentPart(
                    of.kinds().get(kind), personas, draws.at("[]").at(kind)));
        }
    }

    /** Elements as they come into being. */
    private static final class Made {
        private final List<JsonNode> elements = new ArrayList<>();
        private final List<Node> kinds = new ArrayList<>();
        private final Set<List<String>> said = new HashSet<>();
    }

    /** @param length may not be reached where nothing new is left to say */
    ArrayNode make(long length, long place, long persona, Surroundings around) {
        long told = of.source() < 0 ? Surroundings.NO_NUMBER : around.number(of.source());
        int row = told == Surroundings.NO_NUMBER
                ? (int) Math.min(
                        of.shares().size() - 1.0,
                        draws.unit(place, 5) * of.shares().size())
                : (int) Math.min(told, of.shares().size() - 1L);
        Made made = new Made();
        for (int kind : kinds((int) Math.min(length, MOST_ELEMENTS), row, place)) {
            if (!add(made, kind, place, persona)) {
                break;
            }
        }
        levels(made, place, around);
        series.orders().forEach(order -> order(made.elements, order));
        series.products().forEach(product -> multiply(made, product));
        return NODES.arrayNode().addAll(made.elements);
    }

    private boolean add(Made made, int kind, long place, long persona) {
        int i = made.elements.size();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long at = Draws.mix(place + 7919L * (i + 1) + 104_729L * attempt);
            // Only the first element is about the row's own person; no hidden column speaks of elements.
            long about = i == 0 ? persona : Traits.free(persona + i);
            JsonNode element = i > 0 && series.even() && made.elements.get(0).isArray()
                    ? kinds.get(kind).array(made.elements.get(0).size(), at, about, Surroundings.NONE)
                    : kinds.get(kind).make(at, about, Surroundings.NONE);
            List<List<String>> says = says(element);
            if (says.stream().noneMatch(made.said::contains)) {
                made.said.addAll(says);
                made.elements.add(element);
                made.kinds.add(of.kinds().get(kind));
                return true;
            }
        }
        return false;
    }

    /** Kinds one after the other. A way that ends too early is given up for another one, and after many tries taken as it is. */
    private List<Integer> kinds(int length, int row, long place) {
        List<Integer> longest = List.of();
        for (int attempt = 0; attempt < TRIES && longest.size() < length; attempt++) {
            List<Integer> way = new ArrayList<>();
            while (way.size() < length && (way.isEmpty() || !series.ends().contains(way.get(way.size() - 1)))) {
                long at = Draws.mix(place + 7919L * (way.size() + 1) + 15_485_863L * attempt);
                int kind = kind(way, row, draws.unit(at, 6));
                if (kind < 0) {
                    break;
                }
                way.add(kind);
            }
            longest = way.size() > longest.size() ? way : longest;
        }
        return longest;
    }

    private List<List<String>> says(JsonNode element) {
        List<List<String>> says = new ArrayList<>();
        for (String member : series.once()) {
            JsonNode value = at(element, member);
            if (!value.isMissingNode() && !value.isNull()) {
                says.add(List.of(member, value.asText()));
            }
        }
        return says;
    }

    private static JsonNode at(JsonNode element, String member) {
        return member.isEmpty() ? element : element.path(member);
    }

    /** By the row and the kind before; -1 if none is left. */
    private int kind(List<Integer> before, int row, double unit) {
        List<Integer> next = series.next().isEmpty()
                ? List.of()
                : series.next().get(before.isEmpty() ? kinds.size() : before.get(before.size() - 1));
        long[] upTo = new long[kinds.size()];
        long sum = 0;
        for (int kind = 0; kind < upTo.length; kind++) {
            long weight = of.shares().get(row).get(kind) * (next.isEmpty() ? 1L : next.get(kind));
            sum += isOnce(kind) && before.contains(kind) ? 0 : weight;
            upTo[kind] = sum;
        }
        for (int kind = 0; kind < upTo.length; kind++) {
            if (unit * sum < upTo[kind]) {
                return kind;
            }
        }
        return -1;
    }

    /** True if elements of the kind all say the same where nothing may be said twice. */
    private boolean isOnce(int kind) {
        for (String member : series.once()) {
            Node node = node(of.kinds().get(kind), member);
            if (node != null
                    && node.labels().size() == 1
                    && node.labels().get(0).weight() >= TextRecipe.WEIGHT_PARTS) {
                return true;
            }
        }
        return false;
    }

    private static Node node(Node kind, String member) {
        return member.isEmpty()
                ? kind
                : kind.members().stream()
                        .filter(one -> one.name().equals(member))
                        .map(Member::node)
                        .findFirst()
                        .orElse(null);
    }

    private void levels(Made made, long place, Surroundings around) {
        int count = made.elements.size();
        double[][] scores = Scores.of(series.levels(), count, draws.at("levels"), place, around);
        for (int l = 0; l < scores.length; l++) {
            String member = series.levels().get(l).member();
            for (int i = 0; i < count; i++) {
                Node node = node(made.kinds.get(i), member);
                if (node != null
                        && !node.numbers().cuts().isEmpty()
                        && at(made.elements.get(i), member).isNumber()) {
                    put(made.elements, i, member, node.numbers().at(Scores.share(scores[l][i])));
                }
            }
        }
    }

    private static void put(List<JsonNode> elements, int i, String member, BigDecimal value) {
        put(elements, i, member, DecimalNode.valueOf(value));
    }

    private static void put(List<JsonNode> elements, int i, String member, JsonNode value) {
        if (member.isEmpty()) {
            elements.set(i, value);
        } else if (elements.get(i) instanceof ObjectNode object) {
            object.set(member, value);
        }
    }

    private static void order(List<JsonNode> elements, Order order) {
        List<Integer> places = new ArrayList<>();
        List<JsonNode> values = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            JsonNode value = at(elements.get(i), order.member());
            if (value.isNumber() || value.isTextual()) {
                places.add(i);
                values.add(value);
            }
        }
        Comparator<JsonNode> rising = Comparator.comparing((JsonNode value) -> value.isNumber() ? 0 : 1)
                .thenComparing(value -> value.isNumber() ? value.decimalValue() : BigDecimal.ZERO)
                .thenComparing(value -> value.asText());
        values.sort(order.way() == Way.FALLING ? rising.reversed() : rising);
        for (int i = 0; i < places.size(); i++) {
            JsonNode value =
                    order.way() == Way.COUNTED ? NODES.numberNode(order.start() + places.get(i)) : values.get(i);
            put(elements, places.get(i), order.member(), value);
        }
    }

    private static void multiply(Made made, Product product) {
        for (int i = 0; i < made.elements.size(); i++) {
            JsonNode element = made.elements.get(i);
            Node node = node(made.kinds.get(i), product.member());
            if (node != null
                    && element.path(product.member()).isNumber()
                    && element.path(product.one()).isNumber()
                    && element.path(product.other()).isNumber()) {
                BigDecimal value = element.path(product.one())
                        .decimalValue()
                        .multiply(element.path(product.other()).decimalValue());
                put(
                        made.elements,
                        i,
                        product.member(),
                        value.setScale(node.numbers().decimals(), RoundingMode.HALF_EVEN));
            }
        }
    }

    /** Says beside an array what its elements add up to. */
    void total(ObjectNode object, String array) {
        for (Total total : series.totals()) {
            if (object.path(array).isArray() && object.path(total.beside()).isNumber()) {
                BigDecimal sum = BigDecimal.ZERO;
                for (JsonNode element : object.path(array)) {
                    sum = sum.add(
                            total.of() == null
                                    ? BigDecimal.ONE
                                    : at(element, total.of()).decimalValue());
                }
                object.set(total.beside(), DecimalNode.valueOf(sum));
            }
        }
    }
}
