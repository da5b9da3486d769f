package dev.understudy.demo;

import dev.understudy.demo.Goods.Product;
import dev.understudy.demo.ShopPeople.Customer;
import dev.understudy.random.Draws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Orders of all customers with their lines, payments and reviews. */
final class ShopOrders implements AutoCloseable {
    private static final LocalDateTime END = LocalDateTime.of(2025, 12, 31, 23, 0);
    private static final Map<String, Double> ORDERS_A_CUSTOMER = Map.of("NONE", 1.9, "SILVER", 4.2, "GOLD", 8.5);
    private static final Map<String, Double> FURTHER_LINES = Map.of("METRO", 2.1, "TOWN", 1.3, "RURAL", 0.7);
    private static final Map<String, String> DISCOUNTS = Map.of("NONE", "0.00", "SILVER", "0.05", "GOLD", "0.10");
    private static final int MOST_LINES = 9;

    private record Line(Product product, int quantity, BigDecimal discount) {
        BigDecimal amount() {
            return product.price()
                    .multiply(BigDecimal.valueOf(quantity))
                    .multiply(BigDecimal.ONE.subtract(discount))
                    .setScale(2, RoundingMode.HALF_UP);
        }
    }

    private record Delivery(String status, LocalDateTime promised, LocalDateTime shipped, LocalDateTime delivered) {
        boolean late() {
            return delivered != null && delivered.toLocalDate().isAfter(promised.toLocalDate());
        }
    }

    private final Inserts orders;
    private final Inserts lines;
    private final Inserts payments;
    private final Inserts reviews;
    private final Goods goods;
    private final ShopNames names;
    private long orderId;
    private long reviewId;

    ShopOrders(Connection connection, Goods goods, ShopNames names) throws SQLException {
        this.goods = goods;
        this.names = names;
        this.orders = new Inserts(
                connection,
                "orders",
                "id",
                "order_number",
                "customer_id",
                "status",
                "channel",
                "ordered_at",
                "promised_on",
                "shipped_at",
                "delivered_at",
                "total");
        this.lines = new Inserts(
                        connection,
                        "order_lines",
                        "order_id",
                        "line_no",
                        "product_id",
                        "quantity",
                        "unit_price",
                        "discount")
                .after(orders);
        this.payments = new Inserts(connection, "payments", "order_id", "method", "amount", "paid_at", "reference")
                .after(orders);
        this.reviews = new Inserts(connection, "reviews", "order_id", "line_no", "stars", "title", "body", "written_at")
                .after(lines);
    }

    void insertAll(List<Customer> customers, Draws draws) throws SQLException {
        for (Customer customer : customers) {
            Chances chances = new Chances(draws.at(customer.id()));
            int count = chances.geometric(ORDERS_A_CUSTOMER.get(customer.loyalty()));
            long minutes = Duration.between(customer.registered(), END).toMinutes();
            double[] moments = new double[count];
            Arrays.setAll(moments, i -> chances.unit());
            Arrays.sort(moments);
            for (double moment : moments) {
                LocalDateTime day = customer.registered().plusMinutes((long) (moment * minutes));
                insert(customer, atShoppingHours(day, customer.registered(), chances), chances);
            }
        }
    }

    private static LocalDateTime atShoppingHours(LocalDateTime day, LocalDateTime earliest, Chances chances) {
        int hour = List.of(8, 10, 12, 14, 17, 19, 20, 21).get(chances.pick(1, 1, 2, 1, 2, 4, 5, 3));
        LocalDateTime time = day.truncatedTo(ChronoUnit.DAYS).plusHours(hour).plusMinutes(chances.between(0, 59));
        return time.isBefore(earliest) ? earliest : time;
    }

    private void insert(Customer customer, LocalDateTime ordered, Chances chances) throws SQLException {
        orderId++;
        List<Line> basket = basket(customer, ordered.getMonthValue(), chances);
        BigDecimal total = basket.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Delivery delivery = deliver(customer, ordered, chances);
        orders.add(
                orderId,
                "SO-%d-%06d".formatted(ordered.getYear(), orderId),
                customer.id(),
                delivery.status(),
                channel(ordered.getYear() - customer.born().getYear(), chances),
                ordered,
                delivery.promised().toLocalDate(),
                delivery.shipped(),
                delivery.delivered(),
                total);
        for (int i = 0; i < basket.size(); i++) {
            Line line = basket.get(i);
            lines.add(
                    orderId,
                    i + 1,
                    line.product().id(),
                    line.quantity(),
                    line.product().price(),
                    line.discount());
        }
        if (!delivery.status().equals("CANCELLED")) {
            pay(customer, total, ordered, chances);
        }
        if (delivery.status().equals("DELIVERED")) {
            review(basket.size(), delivery, chances);
        }
    }

    private List<Line> basket(Customer customer, int month, Chances chances) {
        int wanted = Math.min(MOST_LINES, 1 + chances.geometric(FURTHER_LINES.get(customer.tier())));
        List<Line> basket = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        while (basket.size() < wanted) {
            Product product = goods.choose(month, customer.business(), chances);
            if (!taken.add(product.id())) {
                continue;
            }
            double price = product.price().doubleValue();
            double further = price < 20 ? 2.2 : price > 100 ? 0.1 : 0.6;
            int quantity = 1 + chances.geometric(customer.business() ? 2.5 * further + 0.5 : further);
            basket.add(new Line(product, quantity, new BigDecimal(DISCOUNTS.get(customer.loyalty()))));
        }
        return basket;
    }

    private static String channel(int age, Chances chances) {
        double[] shares = age < 35
                ? new double[] {0.60, 0.30, 0.10}
                : age <= 60 ? new double[] {0.25, 0.55, 0.20} : new double[] {0.06, 0.44, 0.50};
        return List.of("APP", "WEB", "STORE").get(chances.pick(shares));
    }

    private static Delivery deliver(Customer customer, LocalDateTime ordered, Chances chances) {
        LocalDateTime promised = ordered.plusDays(chances.between(4, 7));
        LocalDateTime shipped = ordered.plusHours(chances.between(3, 50));
        boolean late = chances.happens(customer.tier().equals("RURAL") ? 0.25 : 0.12);
        LocalDateTime delivered = late
                ? promised.plusDays(chances.between(1, 9)).plusHours(1)
                : shipped.plusHours(chances.between(18, 44));
        if (chances.happens(0.04)) {
            return new Delivery("CANCELLED", promised, null, null);
        }
        if (shipped.isAfter(END)) {
            return new Delivery("NEW", promised, null, null);
        }
        if (delivered.isAfter(END)) {
            return new Delivery("SHIPPED", promised, shipped, null);
        }
        return new Delivery(
                chances.happens(late ? 0.10 : 0.03) ? "RETURNED" : "DELIVERED", promised, shipped, delivered);
    }

    private void pay(Customer customer, BigDecimal total, LocalDateTime ordered, Chances chances) throws SQLException {
        double[] shares =
                customer.business() ? new double[] {0.25, 0.07, 0.66, 0.02} : new double[] {0.55, 0.30, 0.08, 0.07};
        String method = List.of("CARD", "WALLET", "INVOICE", "CASH").get(chances.pick(shares));
        LocalDateTime paid = method.equals("INVOICE")
                ? ordered.plusDays(chances.between(5, 30))
                : ordered.plusMinutes(chances.between(0, 8));
        BigDecimal half = total.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
        if (half.signum() > 0 && chances.happens(0.06)) {
            payments.add(orderId, method, half, paid, reference(chances));
            payments.add(orderId, method, total.subtract(half), paid.plusDays(30), reference(chances));
        } else {
            payments.add(orderId, method, total, paid, reference(chances));
        }
    }

    private static String reference(Chances chances) {
        long high = Double.doubleToLongBits(chances.unit()) << 12 ^ Double.doubleToLongBits(chances.unit());
        long low = Double.doubleToLongBits(chances.unit()) << 12 ^ Double.doubleToLongBits(chances.unit());
        return new UUID(high & ~0xF000L | 0x4000L, low & ~(3L << 62) | 2L << 62).toString();
    }

    private void review(int lineCount, Delivery delivery, Chances chances) throws SQLException {
        for (int line = 1; line <= lineCount; line++) {
            if (!chances.happens(0.2)) {
                continue;
            }
            double[] shares = delivery.late()
                    ? new double[] {0.30, 0.28, 0.22, 0.13, 0.07}
                    : new double[] {0.03, 0.05, 0.10, 0.30, 0.52};
            reviewId++;
            reviews.add(
                    orderId,
                    line,
                    1 + chances.pick(shares),
                    chances.happens(0.2) ? null : names.title(reviewId),
                    names.body(reviewId),
                    delivery.delivered().plusHours(chances.between(2, 400)));
        }
    }

    /** Parents are written before children. */
    @Override
    public void close() throws SQLException {
        orders.close();
        lines.close();
        payments.close();
        reviews.close();
    }
}
