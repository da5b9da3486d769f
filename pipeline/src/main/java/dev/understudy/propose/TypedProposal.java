package dev.understudy.propose;

import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * A polymorphic link that the database may mean.
 *
 * @param child       table of both columns
 * @param column      column that points
 * @param typeColumn  column that says where
 * @param parts       one for each label whose rows were found
 * @param otherLabels number of labels for which no table was found
 */
public record TypedProposal(
        TableName child, String column, String typeColumn, List<LinkProposal> parts, int otherLabels) {
    public TypedProposal {
        Objects.requireNonNull(child);
        parts = List.copyOf(parts);
    }

    /** The lowest score of its parts. */
    public double score() {
        return parts.stream().mapToDouble(LinkProposal::score).min().orElse(0);
    }
}
