package dev.understudy.semantic;

import dev.understudy.semantic.TextRecipe.Choice;
import java.util.List;

/**
 * JSON documents of the paths that at least k families have.
 *
 * @param root   what stands at the top
 * @param maxLength of the text; 0 for no limit
 */
public record DocumentRecipe(Node root, int maxLength) implements TextRecipe {

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
            Node elements) {
        public Node {
            kinds = List.copyOf(kinds);
            numbers = List.copyOf(numbers);
            labels = List.copyOf(labels);
            members = List.copyOf(members);
            lengths = List.copyOf(lengths);
        }
    }

    /** A member of objects. @param share of objects that have it, in {@link TextRecipe#WEIGHT_PARTS} */
    public record Member(String name, int share, Node node) {}
}
