package dev.understudy.demo;

import java.util.List;

/** The planted correlations; {@link ShopOrders} and {@link ShopPeople} hold the numbers behind them. */
final class Correlations {
    private static final String AGE_AT_ORDER = "EXTRACT(YEAR FROM o.ordered_at) - EXTRACT(YEAR FROM c.birth_date)";

    static final List<PlantedCorrelation> ALL = List.of(
            new PlantedCorrelation(
                    "segment and order value",
                    "Orders of business customers are worth several times those of private ones (ratio of means).",
                    """
                    SELECT AVG(CASE WHEN c.segment = 'BUSINESS' THEN o.total END)
                         / AVG(CASE WHEN c.segment = 'PRIVATE' THEN o.total END)
                    FROM orders o JOIN customers c ON c.id = o.customer_id"""),
            new PlantedCorrelation(
                    "season and category",
                    "Garden goods are bought from April to July (share of lines then, over the share in other months).",
                    """
                    SELECT AVG(CASE WHEN EXTRACT(MONTH FROM o.ordered_at) BETWEEN 4 AND 7
                                    THEN CASE WHEN g.name = 'Garden' THEN 1.0 ELSE 0.0 END END)
                         / AVG(CASE WHEN EXTRACT(MONTH FROM o.ordered_at) NOT BETWEEN 4 AND 7
                                    THEN CASE WHEN g.name = 'Garden' THEN 1.0 ELSE 0.0 END END)
                    FROM order_lines l
                    JOIN orders o ON o.id = l.order_id
                    JOIN products p ON p.id = l.product_id
                    JOIN categories g ON g.id = p.category_id"""),
            new PlantedCorrelation(
                    "age and channel",
                    "Customers under 35 order by app, those over 60 rarely (difference of the shares of app orders).",
                    """
                    SELECT AVG(CASE WHEN %1$s < 35 THEN CASE WHEN o.channel = 'APP' THEN 1.0 ELSE 0.0 END END)
                         - AVG(CASE WHEN %1$s > 60 THEN CASE WHEN o.channel = 'APP' THEN 1.0 ELSE 0.0 END END)
                    FROM orders o JOIN customers c ON c.id = o.customer_id""".formatted(AGE_AT_ORDER)),
            new PlantedCorrelation(
                    "city tier and basket size",
                    "Baskets shipped to big cities hold more lines than rural ones (ratio of lines an order).",
                    """
                    SELECT AVG(CASE WHEN a.tier = 'METRO' THEN b.line_count * 1.0 END)
                         / AVG(CASE WHEN a.tier = 'RURAL' THEN b.line_count * 1.0 END)
                    FROM orders o
                    JOIN addresses a ON a.customer_id = o.customer_id AND a.kind = 'SHIPPING'
                    JOIN (SELECT order_id, COUNT(*) AS line_count FROM order_lines GROUP BY order_id) b
                      ON b.order_id = o.id"""),
            new PlantedCorrelation(
                    "delay and stars",
                    "A late delivery costs stars (mean of reviews in time minus mean of late ones).",
                    """
                    SELECT AVG(CASE WHEN CAST(o.delivered_at AS DATE) <= o.promised_on THEN r.stars * 1.0 END)
                         - AVG(CASE WHEN CAST(o.delivered_at AS DATE) > o.promised_on THEN r.stars * 1.0 END)
                    FROM reviews r JOIN orders o ON o.id = r.order_id"""),
            new PlantedCorrelation(
                    "price and quantity",
                    "Cheap things are bought by the handful (mean quantity under 20 minus mean quantity over 100).",
                    """
                    SELECT AVG(CASE WHEN unit_price < 20 THEN quantity * 1.0 END)
                         - AVG(CASE WHEN unit_price > 100 THEN quantity * 1.0 END)
                    FROM order_lines"""),
            new PlantedCorrelation(
                    "loyalty and repeat purchases",
                    "Gold customers come back (orders a customer, gold over none).",
                    """
                    SELECT AVG(CASE WHEN loyalty = 'GOLD' THEN order_count * 1.0 END)
                         / AVG(CASE WHEN loyalty = 'NONE' THEN order_count * 1.0 END)
                    FROM (SELECT c.id, c.loyalty, COUNT(o.id) AS order_count
                          FROM customers c LEFT JOIN orders o ON o.customer_id = c.id
                          GROUP BY c.id, c.loyalty) per_customer"""),
            new PlantedCorrelation(
                    "management and salary", "Whoever manages others earns more (ratio of mean salaries).", """
                    SELECT AVG(CASE WHEN EXISTS (SELECT 1 FROM employees s WHERE s.manager_id = e.id) THEN e.salary END)
                         / AVG(CASE WHEN NOT EXISTS (SELECT 1 FROM employees s WHERE s.manager_id = e.id) THEN e.salary END)
                    FROM employees e"""),
            new PlantedCorrelation(
                    "segment and payment",
                    "Business customers pay by invoice (share of invoices, business minus private).",
                    """
                    SELECT AVG(CASE WHEN c.segment = 'BUSINESS'
                                    THEN CASE WHEN p.method = 'INVOICE' THEN 1.0 ELSE 0.0 END END)
                         - AVG(CASE WHEN c.segment = 'PRIVATE'
                                    THEN CASE WHEN p.method = 'INVOICE' THEN 1.0 ELSE 0.0 END END)
                    FROM payments p
                    JOIN orders o ON o.id = p.order_id
                    JOIN customers c ON c.id = o.customer_id"""),
            new PlantedCorrelation(
                    "totals", "An order's total is the sum of its lines (share of orders within a cent a line).", """
                    SELECT AVG(CASE WHEN ABS(o.total - s.line_sum) <= 0.01 * s.line_count THEN 1.0 ELSE 0.0 END)
                    FROM orders o
                    JOIN (SELECT order_id, COUNT(*) AS line_count,
                                 SUM(quantity * unit_price * (1 - discount)) AS line_sum
                          FROM order_lines GROUP BY order_id) s ON s.order_id = o.id"""));

    private Correlations() {}
}
