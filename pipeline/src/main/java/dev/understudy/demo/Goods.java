package dev.understudy.demo;

import dev.understudy.random.Draws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Categories and products, and what of them sells in which month. */
final class Goods {
    static final int PRODUCTS_A_CATEGORY = 50;

    private static final List<Category> CATEGORIES = List.of(
            new Category("Garden", 28, 4, 7, 5),
            new Category("Toys", 22, 11, 12, 5),
            new Category("Outdoor", 60, 5, 9, 3),
            new Category("Heating", 95, 10, 12, 4),
            new Category("Books", 14, 1, 0, 1),
            new Category("Kitchen", 35, 1, 0, 1),
            new Category("Furniture", 180, 1, 0, 1),
            new Category("Electronics", 140, 11, 12, 2),
            new Category("Office", 18, 8, 9, 2),
            new Category("Sports", 45, 1, 3, 2),
            new Category("Pets", 16, 1, 0, 1),
            new Category("Food", 9, 1, 0, 1));

    /** @param factor how many times more it sells from month {@code from} to month {@code to} */
    private record Category(String name, double medianPrice, int from, int to, double factor) {
        double weight(int month) {
            return month >= from && month <= to ? factor : 1;
        }
    }

    /** A product; its id is its position in the list plus 1. */
    record Product(int id, BigDecimal price) {}

    private final List<Product> products = new ArrayList<>();

    static Goods insert(Connection connection, Draws draws, ShopNames names) throws SQLException {
        Goods goods = new Goods();
        try (Inserts categories = new Inserts(connection, "categories", "id", "name")) {
            for (int c = 0; c < CATEGORIES.size(); c++) {
                categories.add(c + 1, CATEGORIES.get(c).name());
            }
        }
        try (Inserts rows = new Inserts(
                connection, "products", "id", "sku", "name", "category_id", "price", "active", "launched_on")) {
            for (int i = 0; i < CATEGORIES.size() * PRODUCTS_A_CATEGORY; i++) {
                Category category = CATEGORIES.get(i / PRODUCTS_A_CATEGORY);
                Chances chances = new Chances(draws.at(i));
                double price = category.medianPrice() * Math.exp(0.7 * chances.normal());
                Product product = new Product(i + 1, cents(Math.max(0.5, price)));
                goods.products.add(product);
                String sku =
                        category.name().substring(0, 2).toUpperCase(Locale.ROOT) + "-%05d".formatted(10_000 + 37 * i);
                LocalDate launched = LocalDate.of(2020, 1, 1).plusDays(chances.between(0, 1500));
                rows.add(
                        product.id(),
                        sku,
                        names.product(i),
                        i / PRODUCTS_A_CATEGORY + 1,
                        product.price(),
                        chances.happens(0.93),
                        launched);
            }
        }
        return goods;
    }

    /** A product for an order of {@code month}; of two candidates a business takes the dearer one. */
    Product choose(int month, boolean business, Chances chances) {
        Product one = candidate(month, chances);
        if (!business) {
            return one;
        }
        Product other = candidate(month, chances);
        return other.price().compareTo(one.price()) > 0 ? other : one;
    }

    private Product candidate(int month, Chances chances) {
        double[] weights = CATEGORIES.stream()
                .mapToDouble(category -> category.weight(month))
                .toArray();
        int category = chances.pick(weights);
        // Squaring favours the first products of a category: a few sell most.
        double u = chances.unit();
        return products.get(category * PRODUCTS_A_CATEGORY + (int) (u * u * PRODUCTS_A_CATEGORY));
    }

    static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
