package dev.understudy.propose;

import dev.understudy.data.Inclusion;
import dev.understudy.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A link that the database may mean without declaring it.
 *
 * @param link      as the configuration would declare it
 * @param score     0 to 1: names, then rows, then how many values were compared
 * @param names     what the names say
 * @param inclusion what the rows say
 * @param indexed   true if the child has an index that begins with the link's columns
 */
public record LinkProposal(ForeignKey link, double score, String names, Inclusion inclusion, boolean indexed) {
    public LinkProposal {
        Objects.requireNonNull(link);
        Objects.requireNonNull(names);
        Objects.requireNonNull(inclusion);
    }

    /** What speaks for it, for people. */
    public String evidence() {
        List<String> parts = new ArrayList<>();
        parts.add("%s %d of %d values are keys"
                .formatted(inclusion.found() == inclusion.values() ? "all" : "", inclusion.found(), inclusion.values())
                .strip());
        parts.add(names);
        if (indexed) {
            parts.add("indexed");
        }
        return String.join(", ", parts);
    }
}
