package dev.understudy.explain;

import dev.understudy.model.Total;
import java.util.stream.Collectors;

/** A total over children in words: {@code the sum of price × (1 - discount) over order_lines + freight}. */
final class TotalText {
    private TotalText() {}

    static String of(Total total) {
        String product = total.factors().stream().map(TotalText::factor).collect(Collectors.joining(" × "));
        String child = total.child().name();
        StringBuilder text = new StringBuilder(
                switch (total.function()) {
                    case COUNT -> "the number of " + child;
                    case SUM -> "the sum of " + product + " over " + child;
                    case MEAN -> "the mean of " + product + " over " + child;
                    case LEAST -> "the least " + product + " of " + child;
                    case GREATEST -> "the greatest " + product + " of " + child;
                });
        for (Total.Beside beside : total.beside()) {
            text.append(beside.plus() ? " + " : " - ").append(beside.column());
        }
        return text.toString();
    }

    private static String factor(Total.Factor factor) {
        String column = factor.column();
        return switch (factor.form()) {
            case VALUE -> column;
            case LESS -> "(1 - " + column + ")";
            case MORE -> "(1 + " + column + ")";
            case LESS_PERCENT -> "(1 - " + column + " / 100)";
            case MORE_PERCENT -> "(1 + " + column + " / 100)";
        };
    }
}
