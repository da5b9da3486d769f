package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.semantic.TextRecipe.Choice;
import java.util.List;

/**
 * Documents of the paths that at least k families have.
 *
 * @param root   what stands at the top
 * @param maxLength of the text; 0 for no limit
 * @param syntax how they are written
 */
public record DocumentRecipe(Node root, int maxLength, Syntax syntax) implements TextRecipe {

    /** How documents are written. */
    public enum Syntax {
        JSON,
        XML,
        /** With {@code <?xml …?>} before the root. */
        XML_WITH_PROLOG
    }

    /**
     * What stands at one path. Shares are in {@link TextRecipe#WEIGHT_PARTS}.
     *
     * @param kinds    shares of null, true or false, numbers, texts, objects, arrays
     * @param trues    share of true among the booleans
     * @param numbers  at equal steps of probability; empty for none
     * @param decimals of the numbers
     * @param labels   texts that enough families share
     * @param texts    how all other texts are made; null if there are none
     * @param lengths  of arrays, at equal steps of probability
     * @param elements of arrays; null if there are none
     * @param follows  the hidden column of the row that decides; null for none
     */
    public record Node(
            List<Integer> kinds,
            int trues,
            List<Double> numbers,
            int decimals,
            List<Choice> labels,
            TextRecipe texts,
            List<Member> members,
            List<Double> lengths,
            Elements elements,
            Follows follows) {
        private static final int ARRAY = 5;

        public Node {
            kinds = List.copyOf(kinds);
            numbers = List.copyOf(numbers);
            labels = List.copyOf(labels);
            members = List.copyOf(members);
            lengths = List.copyOf(lengths);
        }

        /** The same under the rule of a hidden column. */
        public Node following(Follows column) {
            return new Node(kinds, trues, numbers, decimals, labels, texts, members, lengths, elements, column);
        }

        /** The same with other members and elements. */
        public Node with(List<Member> otherMembers, Elements otherElements) {
            return new Node(
                    kinds, trues, numbers, decimals, labels, texts, otherMembers, lengths, otherElements, follows);
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
                            elements.source());
            return new Node(only, trues, numbers, decimals, labels, texts, below, lengths, inside, follows);
        }
    }

    /** A member of objects. @param share of objects that have it, in {@link TextRecipe#WEIGHT_PARTS} */
    public record Member(String name, int share, Node node) {}

    /**
     * Elements of arrays.
     *
     * @param kinds  how elements of each kind are made; at least one
     * @param shares of the kinds, by class of the row; one list where the row does not matter
     * @param source place of the hidden column that numbers the row's class; -1 for none
     */
    public record Elements(List<Node> kinds, List<List<Integer>> shares, int source) {
        public Elements {
            kinds = List.copyOf(kinds);
            shares = List.copyOf(shares);
        }
    }

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

    /** A path as some documents show it, learned as documents of a column are. @param families of each */
    public static Node learned(List<JsonNode> values, long[] families, int k, ColumnContext context) {
        DocumentShape shape = new DocumentShape(k, 1);
        for (int i = 0; i < families.length; i++) {
            shape.add(values.get(i), families[i]);
        }
        return shape.node(context);
    }
}
