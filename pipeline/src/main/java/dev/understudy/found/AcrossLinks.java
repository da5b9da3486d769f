package dev.understudy.found;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Orders and equal values between a row and the one that it points at. */
final class AcrossLinks {
    private final Schema schema;
    private final RuleNames names;

    AcrossLinks(Schema schema, RuleNames names) {
        this.schema = schema;
        this.names = names;
    }

    /** True if a rule can follow the link: it is the only one between two tables. */
    boolean canFollow(ForeignKey link) {
        return !link.isTyped()
                && !link.child().equals(link.parent())
                && schema.foreignKeysOf(link.child()).stream()
                                .filter(other -> other.parent().equals(link.parent()))
                                .count()
                        == 1;
    }

    /** @return nothing if the samples hold too few rows that belong together */
    List<Candidate> of(ForeignKey link, Sample children, Sample parents) {
        int[] matched = LinkedRows.parents(link, children, parents);
        long pairs = Arrays.stream(matched).filter(row -> row >= 0).count();
        if (pairs < Candidate.FEWEST_ROWS) {
            return List.of();
        }
        boolean whole = children.whole() && parents.whole();
        Roles ofChild = new Roles(schema, children.table());
        Roles ofParent = new Roles(schema, parents.table());
        List<Candidate> found = new ArrayList<>();
        for (Values above : parents.columns().values()) {
            if (link.parentColumns().contains(above.column().name())) {
                continue;
            }
            Values parent = above.rows(matched);
            for (Values child : children.columns().values()) {
                if (!link.childColumns().contains(child.column().name())) {
                    Optional<Candidate> equal = isSaidByLinks(link, child.column(), above.column())
                            ? Optional.empty()
                            : Equalities.between(
                                    Kind.PARENT_EQUAL, link.child(), child, link.parent(), parent, whole, names);
                    equal.or(() -> order(link, child, parent, ofChild, ofParent, whole))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Candidate> order(
            ForeignKey link, Values child, Values parent, Roles ofChild, Roles ofParent, boolean whole) {
        boolean measures = ofChild.isMeasure(child.column()) && ofParent.isMeasure(parent.column());
        // Numbers of two tables are compared only if they are called alike: small numbers are in some order often.
        return measures && Orders.areAlike(child, parent)
                ? Orders.between(Kind.PARENT_ORDER, link.child(), child, link.parent(), parent, whole, true, names)
                : Optional.empty();
    }

    /** True if the child's column points at the parent's by another link. */
    private boolean isSaidByLinks(ForeignKey link, Column child, Column parent) {
        return targets(link.child(), child).contains(new ColumnName(link.parent(), parent.name()));
    }

    private List<ColumnName> targets(TableName table, Column column) {
        return schema.foreignKeysOf(table).stream()
                .filter(link -> link.childColumns().contains(column.name()))
                .map(link -> new ColumnName(
                        link.parent(),
                        link.parentColumns().get(link.childColumns().indexOf(column.name()))))
                .toList();
    }
}
