package dev.understudy.learn;

import dev.understudy.model.Total.Factor;
import dev.understudy.model.Total.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * A product of some numbers of a row that may be added up: price × quantity × (1 - discount).
 *
 * @param columns one per factor
 * @param largest bound of the products as longs
 */
record Products(List<Factor> factors, List<NumberedColumn> columns, double largest) {
    private static final int WHOLE = 1;
    private static final int PERCENT = 100;
    /** Two for each column. */
    private static final int MOST_SHARES = 8;

    private static final double LARGEST = 1e17;

    /** Products of two to four factors: one or two numbers, and what up to two shares leave of them, or add to them. */
    static List<Products> of(List<NumberedColumn> numbers) {
        List<Products> amounts = new ArrayList<>();
        for (NumberedColumn a : numbers) {
            amounts.add(single(a, Form.VALUE));
        }
        int singles = amounts.size();
        for (int a = 0; a < singles; a++) {
            for (int b = 0; b < a; b++) {
                amounts.add(amounts.get(b).times(amounts.get(a)));
            }
        }
        List<Products> shares = new ArrayList<>();
        for (NumberedColumn share : numbers) {
            if (shares.size() >= MOST_SHARES) {
                break;
            }
            if (share.decimals() > 0 && share.isShare(WHOLE)) {
                shares.add(single(share, Form.LESS));
                shares.add(single(share, Form.MORE));
            } else if (share.isShare(PERCENT)) {
                shares.add(single(share, Form.LESS_PERCENT));
                shares.add(single(share, Form.MORE_PERCENT));
            }
        }
        List<Products> products = new ArrayList<>(amounts.subList(singles, amounts.size()));
        for (Products amount : amounts) {
            shares.stream().filter(amount::lacks).forEach(share -> products.add(amount.times(share)));
        }
        for (Products amount : amounts) {
            for (Products first : shares) {
                for (Products second : shares) {
                    if (amount.lacks(first) && amount.times(first).lacks(second) && isLess(first) && !isLess(second)) {
                        products.add(amount.times(first).times(second));
                    }
                }
            }
        }
        products.removeIf(product -> product.largest > LARGEST);
        return products;
    }

    private static boolean isLess(Products share) {
        Form form = share.factors.get(0).form();
        return form == Form.LESS || form == Form.LESS_PERCENT;
    }

    private boolean lacks(Products share) {
        return !columns.contains(share.columns.get(0));
    }

    /** @param single a product of one factor */
    private Products times(Products single) {
        List<Factor> allFactors = new ArrayList<>(factors);
        List<NumberedColumn> allColumns = new ArrayList<>(columns);
        allFactors.addAll(single.factors);
        allColumns.addAll(single.columns);
        return new Products(allFactors, allColumns, largest * single.largest);
    }

    private static Products single(NumberedColumn column, Form form) {
        double most = 1;
        for (int row = 0; row < column.sample().values().length; row++) {
            if (column.has(row)) {
                most = Math.max(most, Math.abs((double) form.of(column.at(row), column.decimals())));
            }
        }
        return new Products(List.of(new Factor(column.name(), form)), List.of(column), most);
    }
}
