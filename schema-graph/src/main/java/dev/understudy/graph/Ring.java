package dev.understudy.graph;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.List;

/**
 * Two or more tables of which each needs another one first.
 *
 * @param tables   the tables, sorted by name
 * @param broken   the links that are assigned last so that an order exists; at least one, none too many
 * @param required true if one of the broken links is neither nullable nor deferrable: rows then load only by the
 *                 vendor's own means of pausing a constraint
 */
public record Ring(List<TableName> tables, List<ForeignKey> broken, boolean required) {
    public Ring {
        tables = List.copyOf(tables);
        broken = List.copyOf(broken);
    }
}
