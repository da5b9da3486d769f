package dev.understudy.sql.rules;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Filling;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.rule.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links over columns that the database computes: a book that says it is one, a tag whose key is its label in small letters. */
public final class ComputedLinks {
    private ComputedLinks() {}

    /** What the computed columns at either end of a link are computed from, as far as that is understood. */
    public static Map<ColumnName, Expression> expressions(Schema schema) {
        Map<ColumnName, Expression> expressions = new LinkedHashMap<>();
        for (ForeignKey link : schema.foreignKeys()) {
            add(schema, link.child(), link.childColumns(), expressions);
            add(schema, link.parent(), link.parentColumns(), expressions);
        }
        return expressions;
    }

    /**
     * Links that cannot be followed: what is computed is not understood, or all of the child's columns are computed, so that
     * no parent can be chosen.
     */
    public static List<ForeignKey> unfollowed(Schema schema) {
        Map<ColumnName, Expression> known = expressions(schema);
        List<ForeignKey> unfollowed = new ArrayList<>();
        for (ForeignKey link : schema.foreignKeys()) {
            List<ColumnName> child = computed(schema, link.child(), link.childColumns());
            List<ColumnName> parent = computed(schema, link.parent(), link.parentColumns());
            boolean chosen = child.size() < link.childColumns().size();
            if (!chosen || !known.keySet().containsAll(child) || !known.keySet().containsAll(parent)) {
                unfollowed.add(link);
            }
        }
        return unfollowed;
    }

    private static void add(
            Schema schema, TableName name, List<String> columns, Map<ColumnName, Expression> expressions) {
        for (ColumnName column : computed(schema, name, columns)) {
            Table table = schema.table(name).orElseThrow();
            String generation = table.column(column.column()).orElseThrow().generation();
            Optional<Expression> read = RuleText.expression(schema.vendor(), table, generation);
            read.ifPresent(expression -> expressions.put(column, expression));
        }
    }

    private static List<ColumnName> computed(Schema schema, TableName name, List<String> columns) {
        Table table = schema.table(name).orElse(null);
        return columns.stream()
                .filter(column -> table != null
                        && table.column(column)
                                .map(Column::filling)
                                .filter(Filling.GENERATED::equals)
                                .isPresent())
                .map(column -> new ColumnName(name, column))
                .toList();
    }
}
