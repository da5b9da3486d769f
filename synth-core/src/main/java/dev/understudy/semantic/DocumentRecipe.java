package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.semantic.TextRecipe.Choice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Documents of the paths that at least k families have.
 *
 * @param root   what stands at the top
 * @param maxLength of the text; 0 for no limit
 * @param syntax how they are written
 * @param form   of the elements of {@link Syntax#BRACES}; {@link ElementForm#TEXT} for other documents
 */
public record DocumentRecipe(Node root, int maxLength, Syntax syntax, ElementForm form) implements TextRecipe {

    /** How documents are written. */
    public enum Syntax {
        JSON,
        XML,
        /** With {@code <?xml …?>} before the root. */
        XML_WITH_PROLOG,
        /** PostgreSQL's text of an array, {@code {a,b}}. */
        BRACES
    }

    /**
     * What stands at one path. Shares are in {@link TextRecipe#WEIGHT_PARTS}.
     *
     * @param kinds    shares of null, true or false, numbers, texts, objects, arrays
     * @param trues    share of true among the booleans
     * @param numbers  how they are spread
     * @param labels   texts that enough families share
     * @param texts    how all other texts are made; null if there are none
     * @param lengths  of arrays, at equal steps of probability
     * @param elements of arrays; null if there are none
     * @param follows  the hidden column of the row that decides; null for none
     */
    public record Node(
            List<Integer> kinds,
            int trues,
            Numbers numbers,
            List<Choice> labels,
            TextRecipe texts,
            List<Member> members,
            List<Double> lengths,
            Elements elements,
            Follows follows) {
        private static final int ARRAY = 5;

        public Node {
            kinds = List.copyOf(kinds);
            labels = List.copyOf(labels);
            members = List.copyOf(members);
            lengths = List.copyOf(lengths);
        }

        /** The same under the rule of a hidden column. */
        public Node following(Follows column) {
            return new Node(kinds, trues, numbers, labels, texts, members, lengths, elements, column);
        }

        /** The same with other members and elements. */
        public Node with(List<Member> otherMembers, Elements otherElements) {
            return new Node(kinds, trues, numbers, labels, texts, otherMembers, lengths, otherElements, follows);
        }

        /** What is an array anywhere is always one: in markup an array of one looks like what it holds. */
        Node withoutSingles() {
            List<Integer> only = kinds.get(ARRAY) == 0 ? kinds : List.of(0, 0, 0, 0, 0, TextRecipe.WEIGHT_PARTS);
            List<Member> below = members.stream()
                    .map(member -> new Member(
                            member.name(), member.share(), member.node().withoutSingles()))
                    .toList();
            Elements inside = elements == null
                    ? null
                    : new Elements(
                            elements.kinds().stream().map(Node::withoutSingles).toList(),
                            elements.shares(),
                            elements.source(),
                            elements.series());
            return new Node(only, trues, numbers, labels, texts, below, lengths, inside, follows);
        }
    }

    /**
     * How numbers are spread.
     *
     * @param cuts     values at equal steps of probability; empty if there are none, or too few families have any
     * @param decimals that they have
     * @param step     of which all are multiples, in units of the last decimal; at least 1
     */
    public record Numbers(List<Double> cuts, int decimals, long step) {
        public Numbers {
            cuts = List.copyOf(cuts);
        }

        /** @param share of numbers below */
        BigDecimal at(double share) {
            return BigDecimal.valueOf(cuts.isEmpty() ? 0 : between(cuts, share))
                    .divide(unit(), 0, RoundingMode.HALF_EVEN)
                    .multiply(unit());
        }

        private BigDecimal unit() {
            return BigDecimal.valueOf(step, decimals);
        }

        static double between(List<Double> cuts, double share) {
            double at = share * (cuts.size() - 1);
            int below = Math.min((int) at, cuts.size() - 2);
            return cuts.get(below) + (at - below) * (cuts.get(below + 1) - cuts.get(below));
        }
    }

    /** A member of objects. @param share of objects that have it, in {@link TextRecipe#WEIGHT_PARTS} */
    public record Member(String name, int share, Node node) {}

    /**
     * Elements of arrays: rows of a child table that has no table.
     *
     * @param kinds  how elements of each kind are made; at least one
     * @param shares of the kinds, by class of the row; one list where the row does not matter
     * @param source place of the hidden column that numbers the row's class; -1 for none
     * @param series how an element follows those before it
     */
    public record Elements(List<Node> kinds, List<List<Integer>> shares, int source, Series series) {
        public Elements {
            kinds = List.copyOf(kinds);
            shares = List.copyOf(shares);
        }

        /** One kind of element, whatever the row and the elements before. */
        static Elements all(Node element) {
            return new Elements(List.of(element), List.of(List.of(TextRecipe.WEIGHT_PARTS)), -1, Series.NONE);
        }
    }

    /**
     * How the elements of one array hang together. Members are named; "" is the element itself.
     *
     * @param next     by the kind before, how often each kind comes compared with how often it comes anyhow, in hundredths; last,
     *                 the same for first elements; empty where the kind before says nothing
     * @param ends     kinds after which an array ends
     * @param even     whether elements that are arrays are all as long as the first
     * @param once     members that never say the same twice in an array
     * @param orders   members whose values rise, fall or count up
     * @param levels   numbers whose mean follows the row, and which follow the element before and each other
     * @param products numbers that are a product of two others of their element
     * @param totals   members beside the array that are told by its elements
     */
    public record Series(
            List<List<Integer>> next,
            List<Integer> ends,
            boolean even,
            List<String> once,
            List<Order> orders,
            List<Level> levels,
            List<Product> products,
            List<Total> totals) {
        public static final Series NONE =
                new Series(List.of(), List.of(), false, List.of(), List.of(), List.of(), List.of(), List.of());

        public Series {
            next = List.copyOf(next);
            ends = List.copyOf(ends);
            once = List.copyOf(once);
            orders = List.copyOf(orders);
            levels = List.copyOf(levels);
            products = List.copyOf(products);
            totals = List.copyOf(totals);
        }
    }

    /** How values of a member go on from element to element. */
    public enum Way {
        RISING,
        FALLING,
        /** By one each, from a start. */
        COUNTED
    }

    /** @param start of what is counted */
    public record Order(String member, Way way, long start) {}

    /**
     * A number of the elements, as a standard normal score within the elements of a kind.
     *
     * @param source place of the hidden column with the mean of an array's scores, in thousandths, less what the means of the
     *               levels before this one in the list tell of it
     * @param leans  weights of those means, in hundredths
     * @param within how far scores of an array lie around their mean by its own chance, in thousandths
     * @param before correlation of its own chance with that at the element before, in hundredths
     * @param others weights of what the chances of the levels before make, in hundredths
     */
    public record Level(String member, int source, List<Integer> leans, int within, int before, List<Integer> others) {
        public Level {
            leans = List.copyOf(leans);
            others = List.copyOf(others);
        }
    }

    public record Product(String member, String one, String other) {}

    /** @param beside name of the member of the object that the array stands in; @param of null for the number of elements */
    public record Total(String beside, String of) {}

    /**
     * What a hidden column of the row decides. Where it has no value, the path is absent or null.
     *
     * @param source place of the column
     */
    public record Follows(int source, What what) {}

    /** What a hidden column holds. */
    public enum What {
        /** Number of the label; behind the labels, if there are booleans, false and true; last, any other text. */
        LABEL,
        /** The number, times 10 to the decimals. */
        NUMBER,
        /** Of the array. */
        LENGTH,
        /** Only whether there is something. */
        PRESENCE
    }

    /**
     * Elements of one kind, learned as documents of a column are.
     *
     * @param families of each
     * @param path     of the array that they stand in
     */
    public static Node learned(List<JsonNode> values, long[] families, int k, ColumnContext context, String path) {
        DocumentShape shape = new DocumentShape(k, 1);
        for (int i = 0; i < families.length; i++) {
            shape.add(values.get(i), families[i]);
        }
        return shape.node(
                path.isEmpty() ? context.element() : context.named(path.substring(path.lastIndexOf('/') + 1)));
    }
}
