package dev.understudy.generate;

import dev.understudy.model.DatabaseModel;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.model.TableModel;
import dev.understudy.model.Total;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which tables are made: parents before children, and children that are added up as early as possible, so that
 * what else hangs on the total (the payment of an order) sees it.
 */
final class TotalsFirst {
    private final DatabaseModel model;
    private final Map<TableName, TableModel> byName = new LinkedHashMap<>();

    private TotalsFirst(DatabaseModel model) {
        this.model = model;
        model.tables().forEach(table -> byName.put(table.name(), table));
    }

    /** All tables of the model; in its own order where nothing is added up. */
    static List<TableModel> order(DatabaseModel model) {
        return model.tables().stream().allMatch(table -> table.totals().isEmpty())
                ? model.tables()
                : new TotalsFirst(model).order();
    }

    private List<TableModel> order() {
        Set<TableName> urgent = new HashSet<>();
        for (TableModel table : model.tables()) {
            for (Total total : table.totals()) {
                need(total.child(), urgent);
            }
        }
        List<TableModel> left = new ArrayList<>(model.tables());
        List<TableModel> order = new ArrayList<>();
        Set<TableName> made = new HashSet<>();
        while (!left.isEmpty()) {
            TableModel next = left.stream()
                    .filter(table -> urgent.contains(table.name()) && made.containsAll(parents(table)))
                    .findFirst()
                    .or(() -> left.stream()
                            .filter(table -> made.containsAll(parents(table)))
                            .findFirst())
                    .orElse(left.get(0));
            left.remove(next);
            made.add(next.name());
            order.add(next);
        }
        return order;
    }

    private void need(TableName table, Set<TableName> urgent) {
        if (urgent.add(table)) {
            parents(byName.get(table)).forEach(parent -> need(parent, urgent));
        }
    }

    /** Tables that must be made before a table. */
    private Set<TableName> parents(TableModel table) {
        Set<TableName> parents = new HashSet<>();
        for (ForeignKey link : model.schema().foreignKeysOf(table.name())) {
            boolean owning = link.name().equals(table.owningLink());
            boolean before = owning
                    || table.references().stream()
                            .anyMatch(reference -> reference.link().equals(link.name())
                                    && reference.kind() != Kind.LATE
                                    && reference.kind() != Kind.SELF);
            if (before && byName.containsKey(link.parent())) {
                parents.add(link.parent());
            }
        }
        return parents;
    }
}
