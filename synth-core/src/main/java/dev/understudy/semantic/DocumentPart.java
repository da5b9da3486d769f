package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.random.Draws;
import dev.understudy.semantic.DocumentRecipe.Member;
import dev.understudy.semantic.DocumentRecipe.Node;
import dev.understudy.semantic.DocumentRecipe.Numbers;
import dev.understudy.semantic.TextRecipe.Choice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One path of documents, ready to be made: as a hidden column of the row says, or else by the shares of the source. Stateless;
 * draws are named by place.
 */
final class DocumentPart {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int NULL = 0;
    private static final int BOOLEAN = 1;
    private static final int NUMBER = 2;
    private static final int TEXT = 3;
    private static final int OBJECT = 4;

    private final Node node;
    private final Draws draws;
    private final Weights kinds;
    private final Weights labels;
    private final TextMaker texts;
    private final List<DocumentPart> members = new ArrayList<>();
    private final ArrayPart elements;

    DocumentPart(Node node, Draws personas, Draws draws) {
        this.node = node;
        this.draws = draws;
        this.kinds = new Weights(node.kinds());
        int kept = node.labels().stream().mapToInt(Choice::weight).sum();
        List<Integer> shares =
                new ArrayList<>(node.labels().stream().map(Choice::weight).toList());
        int rest = TextRecipe.WEIGHT_PARTS - kept;
        // What rounding leaves is no text of its own, and weights are at least 1.
        if (rest > shares.size() / 2) {
            shares.add(rest);
        }
        this.labels = new Weights(shares);
        this.texts = node.texts() == null ? null : TextMaker.of(node.texts(), personas, draws.at("texts"));
        for (Member member : node.members()) {
            members.add(new DocumentPart(member.node(), personas, draws.at(member.name())));
        }
        this.elements = node.elements() == null ? null : new ArrayPart(node.elements(), personas, draws);
    }

    /** What the path's hidden column says; {@link Surroundings#NO_NUMBER} if it says nothing. */
    private long told(Surroundings around) {
        return node.follows() == null
                ? Surroundings.NO_NUMBER
                : around.number(node.follows().source());
    }

    /** True if the row's hidden columns say that nothing stands here. */
    private boolean isToldAbsent(Surroundings around) {
        return node.follows() != null && around != Surroundings.NONE && told(around) == Surroundings.NO_NUMBER;
    }

    JsonNode make(long place, long persona, Surroundings around) {
        long told = told(around);
        if (told != Surroundings.NO_NUMBER) {
            return make(told, place, persona, around);
        }
        int kind = kinds.pick(draws.unit(place, 0));
        // A kind that does not occur must not be drawn, though weights are at least 1.
        return ofKind(node.kinds().get(kind) == 0 ? mostFrequent() : kind, place, persona, around);
    }

    private JsonNode make(long told, long place, long persona, Surroundings around) {
        return switch (node.follows().what()) {
            case NUMBER -> number(BigDecimal.valueOf(told, node.numbers().decimals()));
            case LENGTH -> array(told, place, persona, around);
            case PRESENCE -> ofKind(mostFrequent(), place, persona, around);
            case LABEL -> label((int) told, place, persona, around);
        };
    }

    private JsonNode label(int told, long place, long persona, Surroundings around) {
        int behind = told - node.labels().size();
        if (behind < 0) {
            return NODES.textNode(node.labels().get(told).text());
        }
        return node.kinds().get(BOOLEAN) > 0 && behind < 2
                ? NODES.booleanNode(behind == 1)
                : NODES.textNode(texts == null ? "" : texts.make(place >>> 1, persona, place >>> 24, around));
    }

    private JsonNode ofKind(int kind, long place, long persona, Surroundings around) {
        return switch (kind) {
            case NULL -> NODES.nullNode();
            case BOOLEAN -> NODES.booleanNode(draws.unit(place, 1) * TextRecipe.WEIGHT_PARTS < node.trues());
            case NUMBER -> number(node.numbers().at(draws.unit(place, 2)));
            case TEXT -> NODES.textNode(text(place, persona));
            case OBJECT -> object(place, persona, around);
            default ->
                array(
                        node.lengths().isEmpty()
                                ? 0
                                : Math.round(Numbers.between(node.lengths(), draws.unit(place, 4))),
                        place,
                        persona,
                        around);
        };
    }

    private static JsonNode number(BigDecimal value) {
        return DecimalNode.valueOf(value);
    }

    private int mostFrequent() {
        int best = 1;
        for (int kind = 1; kind < node.kinds().size(); kind++) {
            best = node.kinds().get(kind) > node.kinds().get(best) ? kind : best;
        }
        return node.kinds().get(best) == 0 ? NULL : best;
    }

    private String text(long place, long persona) {
        int label = labels.pick(draws.unit(place, 3));
        return label < node.labels().size()
                ? node.labels().get(label).text()
                : texts == null ? "" : texts.make(place >>> 1, persona, place >>> 24);
    }

    private ObjectNode object(long place, long persona, Surroundings around) {
        ObjectNode object = NODES.objectNode();
        for (int m = 0; m < members.size(); m++) {
            Member member = node.members().get(m);
            DocumentPart part = members.get(m);
            double unit = draws.unit(place, 10 + m);
            if (part.isToldAbsent(around)) {
                if (unit < part.nullIfAbsent(member.share())) {
                    object.set(member.name(), NODES.nullNode());
                }
            } else if (part.node.follows() != null && around != Surroundings.NONE
                    || unit * TextRecipe.WEIGHT_PARTS < member.share()) {
                object.set(member.name(), part.make(Draws.mix(place + m), persona, around));
            }
        }
        for (int m = 0; m < members.size(); m++) {
            if (members.get(m).elements != null) {
                members.get(m).elements.total(object, node.members().get(m).name());
            }
        }
        return object;
    }

    /** How often a member without a value is written as null. */
    private double nullIfAbsent(int share) {
        double present = (double) share / TextRecipe.WEIGHT_PARTS;
        double nulls = present * node.kinds().get(NULL) / TextRecipe.WEIGHT_PARTS;
        return nulls == 0 ? 0 : nulls / (1 - present + nulls);
    }

    /** @param length may not be reached where nothing new is left to say */
    ArrayNode array(long length, long place, long persona, Surroundings around) {
        return elements == null ? NODES.arrayNode() : elements.make(length, place, persona, around);
    }
}
