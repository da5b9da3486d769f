package dev.understudy.job;

import dev.understudy.model.Total;
import dev.understudy.model.Total.Childless;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Totals that the operator declares, as the engine keeps them. */
final class DeclaredTotals {
    private DeclaredTotals() {}

    static Map<TableName, List<Total>> of(Schema schema) {
        Map<TableName, List<Total>> totals = new LinkedHashMap<>();
        for (DeclaredTotal declared : schema.declarations().totals()) {
            boolean nullable = schema.table(declared.link().parent())
                    .flatMap(table -> table.column(declared.column()))
                    .orElseThrow()
                    .nullable();
            totals.computeIfAbsent(declared.link().parent(), table -> new ArrayList<>())
                    .add(total(declared, nullable));
        }
        return totals;
    }

    private static Total total(DeclaredTotal declared, boolean nullable) {
        boolean adds = declared.function() == DeclaredTotal.Function.SUM
                || declared.function() == DeclaredTotal.Function.COUNT;
        Childless childless = adds ? Childless.ZERO : nullable ? Childless.NULL : Childless.ANY;
        return new Total(
                declared.column(),
                declared.link().child(),
                function(declared.function()),
                declared.factors().stream()
                        .map(factor -> new Total.Factor(factor.column(), form(factor.form())))
                        .toList(),
                false,
                List.of(),
                childless,
                true);
    }

    private static Total.Function function(DeclaredTotal.Function function) {
        return switch (function) {
            case COUNT -> Total.Function.COUNT;
            case SUM -> Total.Function.SUM;
            case AVG -> Total.Function.MEAN;
            case MIN -> Total.Function.LEAST;
            case MAX -> Total.Function.GREATEST;
        };
    }

    private static Total.Form form(DeclaredTotal.Form form) {
        return switch (form) {
            case VALUE -> Total.Form.VALUE;
            case LESS -> Total.Form.LESS;
            case MORE -> Total.Form.MORE;
            case LESS_PERCENT -> Total.Form.LESS_PERCENT;
            case MORE_PERCENT -> Total.Form.MORE_PERCENT;
        };
    }
}
