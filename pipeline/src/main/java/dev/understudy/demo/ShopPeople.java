package dev.understudy.demo;

import dev.understudy.random.Draws;
import dev.understudy.semantic.Traits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Employees, customers and their addresses. */
final class ShopPeople {
    static final int EMPLOYEES = 120;
    static final int CUSTOMERS = 10_000;

    private static final int DIRECTORS = 6;
    private static final int LEADS = 18;
    /** Persons of employees, apart from those of customers. */
    private static final long FIRST_EMPLOYEE = 1_000_000;

    /** What of a customer matters for orders. */
    record Customer(long id, LocalDate born, boolean business, String loyalty, String tier, LocalDateTime registered) {}

    private ShopPeople() {}

    static void insertEmployees(Connection connection, Draws draws, ShopNames names) throws SQLException {
        try (Inserts rows = new Inserts(
                connection,
                "employees",
                "id",
                "first_name",
                "last_name",
                "email",
                "role",
                "salary",
                "hired_on",
                "manager_id")) {
            for (int id = 1; id <= EMPLOYEES; id++) {
                Chances chances = new Chances(draws.at(id));
                int level = id == 1 ? 0 : id <= 1 + DIRECTORS ? 1 : id <= 1 + DIRECTORS + LEADS ? 2 : 3;
                double salary = new double[] {180_000, 115_000, 76_000, 42_000}[level];
                long person = FIRST_EMPLOYEE + id;
                rows.add(
                        id,
                        names.first(person),
                        names.last(person),
                        names.email(person),
                        List.of("CHIEF", "DIRECTOR", "LEAD", "CLERK").get(level),
                        Goods.cents(Math.round(salary * Math.exp(0.12 * chances.normal()) / 100) * 100),
                        LocalDate.of(2012, 1, 1).plusDays(chances.between(0, 4700)),
                        manager(level, chances));
            }
        }
    }

    private static Integer manager(int level, Chances chances) {
        return switch (level) {
            case 0 -> null;
            case 1 -> 1;
            case 2 -> 1 + chances.between(1, DIRECTORS);
            default -> 1 + DIRECTORS + chances.between(1, LEADS);
        };
    }

    static List<Customer> insertCustomers(Connection connection, Draws draws, ShopNames names) throws SQLException {
        List<Customer> customers = new ArrayList<>();
        try (Inserts rows = new Inserts(
                        connection,
                        "customers",
                        "id",
                        "first_name",
                        "last_name",
                        "email",
                        "phone",
                        "birth_date",
                        "segment",
                        "loyalty",
                        "newsletter",
                        "registered_at",
                        "account_manager_id");
                Inserts addresses = new Inserts(
                        connection,
                        "addresses",
                        "customer_id",
                        "kind",
                        "street",
                        "city",
                        "state",
                        "postcode",
                        "tier")) {
            addresses.after(rows);
            for (long id = 1; id <= CUSTOMERS; id++) {
                Chances chances = new Chances(draws.at(id));
                Customer customer = draw(id, chances);
                customers.add(customer);
                boolean gold = customer.loyalty().equals("GOLD");
                rows.add(
                        id,
                        names.first(id),
                        names.last(id),
                        names.email(id),
                        chances.happens(0.15) ? null : names.phone(id),
                        customer.born(),
                        customer.business() ? "BUSINESS" : "PRIVATE",
                        customer.loyalty(),
                        chances.happens(gold ? 0.8 : 0.35),
                        customer.registered(),
                        customer.business() && chances.happens(0.7)
                                ? Integer.valueOf(chances.between(2 + DIRECTORS + LEADS, EMPLOYEES))
                                : null);
                insertAddresses(addresses, customer, names, chances);
            }
        }
        return customers;
    }

    private static Customer draw(long id, Chances chances) {
        LocalDate born = LocalDate.of(2006, 12, 31).minusDays((long) (365.25 * 62 * Math.pow(chances.unit(), 1.3)));
        boolean business = chances.happens(0.18);
        String loyalty = List.of("NONE", "SILVER", "GOLD").get(chances.pick(0.65, 0.25, 0.10));
        String tier = List.of("METRO", "TOWN", "RURAL").get(chances.pick(0.45, 0.35, 0.20));
        LocalDateTime registered = LocalDateTime.of(2022, 1, 1, 0, 0)
                .plusDays(chances.between(0, 1200))
                .plusMinutes(chances.between(6 * 60, 23 * 60));
        return new Customer(id, born, business, loyalty, tier, registered);
    }

    private static void insertAddresses(Inserts addresses, Customer customer, ShopNames names, Chances chances)
            throws SQLException {
        long person = customer.id();
        addresses.add(
                person,
                "SHIPPING",
                names.street(person),
                names.city(person),
                names.state(person),
                names.postcode(person),
                customer.tier());
        if (chances.happens(customer.business() ? 0.6 : 0.15)) {
            // Another address than the person's own.
            long office = Traits.free(-person);
            addresses.add(
                    person,
                    "BILLING",
                    names.street(office),
                    names.city(office),
                    names.state(office),
                    names.postcode(office),
                    chances.happens(0.7) ? "METRO" : "TOWN");
        }
    }
}
