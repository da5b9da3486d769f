package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.target.Standing.StandingColumn;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatedTest {
    private static final TableName ORDERS = new TableName("public", "orders");
    private static final Standing STANDING = new Standing(
            "public",
            Map.of(
                    ORDERS,
                    List.of(
                            new StandingColumn("id", Types.BIGINT, 19, false, false, false),
                            new StandingColumn("note", Types.VARCHAR, 80, true, false, true))),
            false);

    private static DdlStatement link(String rest) {
        return new DdlStatement(
                Phase.AFTER_LOAD_LINKS,
                "public.orders.customer",
                "ALTER TABLE orders ADD CONSTRAINT customer FOREIGN KEY (c) REFERENCES customers (id)" + rest);
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"POSTGRESQL", "H2"})
    void whatWasAcceptedOverTheRowsHolds(Vendor vendor) {
        Validated validated = Validated.fresh(vendor);
        assertThat(validated.holds(Violation.Kind.LINK, "public.orders.customer"))
                .isFalse();

        validated.accepted(link(""));

        assertThat(validated.holds(Violation.Kind.LINK, "public.orders.customer"))
                .isTrue();
        assertThat(validated.holds(Violation.Kind.KEY, "public.orders.customer"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" NOCHECK", " NOT VALID", " not enforced"})
    void whatWasAcceptedUnseenIsSearched(String rest) {
        Validated validated = Validated.fresh(Vendor.POSTGRESQL);

        validated.accepted(link(rest));

        assertThat(validated.holds(Violation.Kind.LINK, "public.orders.customer"))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"MARIADB", "GENERIC"})
    void othersAddLinksWithoutLooking(Vendor vendor) {
        Validated validated = Validated.fresh(vendor);

        validated.accepted(link(""));

        assertThat(validated.holds(Violation.Kind.LINK, "public.orders.customer"))
                .isFalse();
    }

    @Test
    void onlyAColumnMadeByTheRunIsKnownToTakeNoNull() {
        assertThat(Validated.fresh(Vendor.MARIADB).holdsNoNull(STANDING, ORDERS, "id"))
                .isTrue();
        assertThat(Validated.fresh(Vendor.MARIADB).holdsNoNull(STANDING, ORDERS, "note"))
                .isFalse();
        assertThat(Validated.nothing().holdsNoNull(STANDING, ORDERS, "id")).isFalse();
    }
}
