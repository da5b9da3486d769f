package dev.understudy.semantic;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.understudy.random.Draws;
import dev.understudy.semantic.DocumentRecipe.Member;
import dev.understudy.semantic.DocumentRecipe.Node;
import dev.understudy.semantic.TextRecipe.Choice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Writes JSON documents path by path; texts about persons agree with the row's persona. Some microseconds a document. */
final class DocumentMaker implements TextMaker {
    private static final int NULL = 0;
    private static final int BOOLEAN = 1;
    private static final int NUMBER = 2;
    private static final int TEXT = 3;
    private static final int OBJECT = 4;

    private final Part root;
    private final int maxLength;
    private final Draws own;

    DocumentMaker(DocumentRecipe recipe, Draws personas, Draws own) {
        this.root = new Part(recipe.root(), personas, own.at("root"));
        this.maxLength = recipe.maxLength();
        this.own = own;
    }

    @Override
    public String make(long row, long persona, long serial) {
        StringBuilder text = new StringBuilder(128);
        root.write(own.bits(row), persona, text);
        return maxLength > 0 && text.length() > maxLength ? "{}" : text.toString();
    }

    @Override
    public long capacity() {
        return 1;
    }

    /** One path, ready to be written. */
    private static final class Part {
        private final Node node;
        private final Draws draws;
        private final Weights kinds;
        private final Weights labels;
        private final TextMaker texts;
        private final List<Part> members = new ArrayList<>();
        private final List<char[]> names = new ArrayList<>();
        private final Part elements;

        Part(Node node, Draws personas, Draws draws) {
            this.node = node;
            this.draws = draws;
            // A kind that does not occur must not be drawn, so the shares are tested again where they are.
            this.kinds = new Weights(node.kinds());
            int kept = node.labels().stream().mapToInt(Choice::weight).sum();
            List<Integer> shares =
                    new ArrayList<>(node.labels().stream().map(Choice::weight).toList());
            shares.add(Math.max(1, TextRecipe.WEIGHT_PARTS - kept));
            this.labels = new Weights(shares);
            this.texts = node.texts() == null ? null : TextMaker.of(node.texts(), personas, draws.at("texts"));
            for (Member member : node.members()) {
                members.add(new Part(member.node(), personas, draws.at(member.name())));
                names.add(JsonStringEncoder.getInstance().quoteAsString(member.name()));
            }
            this.elements = node.elements() == null ? null : new Part(node.elements(), personas, draws.at("[]"));
        }

        void write(long place, long persona, StringBuilder to) {
            int kind = kinds.pick(draws.unit(place, 0));
            if (node.kinds().get(kind) == 0) {
                kind = mostFrequent();
            }
            switch (kind) {
                case NULL -> to.append("null");
                case BOOLEAN -> to.append(draws.unit(place, 1) * TextRecipe.WEIGHT_PARTS < node.trues());
                case NUMBER -> writeNumber(place, to);
                case TEXT -> writeText(place, persona, to);
                case OBJECT -> writeObject(place, persona, to);
                default -> writeArray(place, persona, to);
            }
        }

        private int mostFrequent() {
            int best = 0;
            for (int kind = 1; kind < node.kinds().size(); kind++) {
                best = node.kinds().get(kind) > node.kinds().get(best) ? kind : best;
            }
            return best;
        }

        private double between(List<Double> cuts, double unit) {
            double at = unit * (cuts.size() - 1);
            int below = Math.min((int) at, cuts.size() - 2);
            return cuts.get(below) + (at - below) * (cuts.get(below + 1) - cuts.get(below));
        }

        private void writeNumber(long place, StringBuilder to) {
            double value = node.numbers().isEmpty() ? 0 : between(node.numbers(), draws.unit(place, 2));
            to.append(BigDecimal.valueOf(value)
                    .setScale(node.decimals(), RoundingMode.HALF_EVEN)
                    .toPlainString());
        }

        private void writeText(long place, long persona, StringBuilder to) {
            int label = labels.pick(draws.unit(place, 3));
            String text = label < node.labels().size()
                    ? node.labels().get(label).text()
                    : texts == null ? "" : texts.make(place >>> 1, persona, place >>> 24);
            to.append('"')
                    .append(JsonStringEncoder.getInstance().quoteAsString(text))
                    .append('"');
        }

        private void writeObject(long place, long persona, StringBuilder to) {
            to.append('{');
            boolean first = true;
            for (int m = 0; m < members.size(); m++) {
                if (draws.unit(place, 10 + m) * TextRecipe.WEIGHT_PARTS
                        < node.members().get(m).share()) {
                    to.append(first ? "\"" : ", \"").append(names.get(m)).append("\": ");
                    members.get(m).write(Draws.mix(place + m), persona, to);
                    first = false;
                }
            }
            to.append('}');
        }

        private void writeArray(long place, long persona, StringBuilder to) {
            long length = elements == null || node.lengths().isEmpty()
                    ? 0
                    : Math.round(between(node.lengths(), draws.unit(place, 4)));
            to.append('[');
            for (long i = 0; i < length; i++) {
                to.append(i == 0 ? "" : ", ");
                // Only the first element is about the row's own person.
                elements.write(Draws.mix(place + 7919 * (i + 1)), i == 0 ? persona : Traits.free(persona + i), to);
            }
            to.append(']');
        }
    }
}
