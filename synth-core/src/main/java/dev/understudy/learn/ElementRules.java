package dev.understudy.learn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.encode.FamilyCount;
import dev.understudy.semantic.DocumentRecipe.Order;
import dev.understudy.semantic.DocumentRecipe.Product;
import dev.understudy.semantic.DocumentRecipe.Total;
import dev.understudy.semantic.DocumentRecipe.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * What holds for the elements of all arrays, without an exception: what rises, falls or counts up, is never said twice, is a
 * product, or adds up to a number beside the array. Only what at least k families show, and what chance would not.
 */
final class ElementRules {
    /** Arrays or elements that must show a rule. */
    private static final int FEWEST = 30;

    /** Pairs that would be equal by chance, at least, before none is a rule. */
    private static final double CHANCE_REPEATS = 8;

    private final ElementSample found;
    private final long[] family;
    private final int k;

    ElementRules(ElementSample found, long[] family, int k) {
        this.found = found;
        this.family = family;
        this.k = k;
    }

    boolean isNumber(String member) {
        long numbers = found.elements().stream()
                .filter(element -> ElementSample.at(element, member).isNumber())
                .count();
        return numbers >= FEWEST && numbers >= 0.95 * found.size();
    }

    /** True if enough families have enough arrays of several elements, and all neighbours there pass. */
    private boolean holds(
            String member, BiPredicate<JsonNode, JsonNode> passes, BiPredicate<JsonNode, JsonNode> shows) {
        FamilyCount families = new FamilyCount(k);
        int shown = 0;
        for (int a = 0; a < found.arrays(); a++) {
            for (int i = found.start(a) + 1; i < found.end(a); i++) {
                JsonNode before = ElementSample.at(found.elements().get(i - 1), member);
                JsonNode after = ElementSample.at(found.elements().get(i), member);
                if (!passes.test(before, after)) {
                    return false;
                }
                if (shows.test(before, after)) {
                    shown++;
                    families.add(family[found.row(a)]);
                }
            }
        }
        return shown >= FEWEST && families.full();
    }

    /** True if elements are arrays, all as long as those beside them. */
    boolean even() {
        return holds("", (a, b) -> a.isArray() && b.isArray() && a.size() == b.size(), (a, b) -> true);
    }

    List<Order> orders(List<String> members, List<Product> products) {
        List<Order> orders = new ArrayList<>();
        for (String member : members) {
            if (products.stream().anyMatch(product -> product.member().equals(member))) {
                continue;
            }
            if (isCounted(member)) {
                orders.add(new Order(member, Way.COUNTED, start(member)));
            } else if (holds(member, (a, b) -> isOrdered(a, b) && compare(a, b) <= 0, (a, b) -> compare(a, b) < 0)) {
                orders.add(new Order(member, Way.RISING, 0));
            } else if (holds(member, (a, b) -> isOrdered(a, b) && compare(a, b) >= 0, (a, b) -> compare(a, b) > 0)) {
                orders.add(new Order(member, Way.FALLING, 0));
            }
        }
        return orders;
    }

    private long start(String member) {
        return ElementSample.at(found.elements().get(0), member).asLong();
    }

    private boolean isCounted(String member) {
        return found.size() > 0
                && ElementSample.at(found.elements().get(0), member).isIntegralNumber()
                && holds(
                        member,
                        (a, b) -> a.isIntegralNumber() && b.isIntegralNumber() && b.asLong() == a.asLong() + 1,
                        (a, b) -> true)
                && IntStream.range(0, found.arrays())
                        .allMatch(a -> ElementSample.at(found.elements().get(found.start(a)), member)
                                        .asLong()
                                == start(member));
    }

    /** Numbers, and texts of one length that begin with a digit, as dates and times do. */
    private static boolean isOrdered(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                || one.isTextual()
                        && other.isTextual()
                        && !one.textValue().isEmpty()
                        && Character.isDigit(one.textValue().charAt(0))
                        && one.textValue().length() == other.textValue().length();
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.asText().compareTo(other.asText());
    }

    /** Members that say nothing twice in an array although chance would. */
    List<String> once(List<String> members, List<Order> orders) {
        List<String> once = new ArrayList<>();
        for (String member : members) {
            boolean ordered =
                    orders.stream().anyMatch(order -> order.member().equals(member) && order.way() == Way.COUNTED);
            if (!ordered && isOnce(member)) {
                once.add(member);
            }
        }
        return once;
    }

    private boolean isOnce(String member) {
        Map<String, Integer> counts = new HashMap<>();
        FamilyCount families = new FamilyCount(k);
        double pairs = 0;
        for (int a = 0; a < found.arrays(); a++) {
            Set<String> said = new HashSet<>();
            for (int i = found.start(a); i < found.end(a); i++) {
                JsonNode value = ElementSample.at(found.elements().get(i), member);
                if (!value.isValueNode() || value.isNull() || value.isBoolean() || !said.add(value.asText())) {
                    return false;
                }
                counts.merge(value.asText(), 1, Integer::sum);
            }
            if (said.size() > 1) {
                families.add(family[found.row(a)]);
            }
            pairs += said.size() * (said.size() - 1) / 2.0;
        }
        double all = Math.max(1, found.size());
        double equal = counts.values().stream()
                .mapToDouble(count -> count / all * count / all)
                .sum();
        return families.full() && pairs * equal >= CHANCE_REPEATS;
    }

    List<Product> products(List<String> numbers) {
        List<Product> products = new ArrayList<>();
        for (String member : numbers) {
            for (int i = 0; i < numbers.size(); i++) {
                for (int j = i + 1; j < numbers.size(); j++) {
                    String one = numbers.get(i);
                    String other = numbers.get(j);
                    boolean known = products.stream()
                            .anyMatch(product -> product.member().equals(member)
                                    || Set.of(product.one(), product.other()).contains(member));
                    if (!known && !member.equals(one) && !member.equals(other) && isProduct(member, one, other)) {
                        products.add(new Product(member, one, other));
                    }
                }
            }
        }
        return products;
    }

    private boolean isProduct(String member, String one, String other) {
        FamilyCount families = new FamilyCount(k);
        Set<Double> ones = new HashSet<>();
        Set<Double> others = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            JsonNode element = found.elements().get(i);
            double a = ElementSample.at(element, one).doubleValue();
            double b = ElementSample.at(element, other).doubleValue();
            double product = ElementSample.at(element, member).doubleValue();
            if (Math.abs(product - a * b) > 0.00501 + 1e-9 * Math.abs(product)) {
                return false;
            }
            ones.add(a);
            others.add(b);
            families.add(family[found.rows().get(i)]);
        }
        return families.full() && ones.size() > 2 && others.size() > 2;
    }

    List<Total> totals(List<String> numbers) {
        List<Total> totals = new ArrayList<>();
        Set<String> beside = new HashSet<>();
        for (int a = 0; a < found.arrays(); a++) {
            found.parent(a).properties().forEach(member -> {
                if (member.getValue().isNumber()) {
                    beside.add(member.getKey());
                }
            });
        }
        List<String> candidates = new ArrayList<>(numbers);
        candidates.add(null);
        for (String name : beside.stream().sorted().toList()) {
            for (String member : candidates) {
                if (totals.stream().noneMatch(total -> total.beside().equals(name)) && isTotal(name, member)) {
                    totals.add(new Total(name, member));
                }
            }
        }
        return totals;
    }

    private boolean isTotal(String beside, String member) {
        FamilyCount families = new FamilyCount(k);
        Set<Double> different = new HashSet<>();
        int shown = 0;
        for (int a = 0; a < found.arrays(); a++) {
            JsonNode told = found.parent(a).path(beside);
            double sum = 0;
            for (int i = found.start(a); i < found.end(a); i++) {
                sum += member == null
                        ? 1
                        : ElementSample.at(found.elements().get(i), member).doubleValue();
            }
            if (told.isNumber()) {
                if (Math.abs(told.doubleValue() - sum) > 0.00501 + 1e-9 * Math.abs(sum)) {
                    return false;
                }
                shown++;
                different.add(sum);
                families.add(family[found.row(a)]);
            }
        }
        return shown >= FEWEST && families.full() && different.size() > 2;
    }
}
