package dev.understudy.target;

import static dev.understudy.schema.TypeFamily.DECIMAL;
import static dev.understudy.schema.TypeFamily.INTEGER;
import static dev.understudy.schema.TypeFamily.TEXT;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Filling;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Sequence;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.statement.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Customers who recommend each other, orders and items that point at each other, and every kind of counter: a schema and
 * its definitions, written by hand so that nothing but the target is tested. Source and target name the schema differently.
 *
 * @param schemaName what the target calls the schema
 */
record SmallShop(Vendor vendor, String schemaName) {
    private static final String SOURCE = "production";
    /** No IN list: H2 2.4.240 fails on those once the session is closed that made the table. */
    private static final String SHORT_KIND = "char_length(%s) = 1";

    private static final ColumnType BIGINT = ColumnType.of(INTEGER, "bigint").withPrecision(64, 0);
    private static final ColumnType MONEY =
            ColumnType.of(DECIMAL, "decimal(10,2)").withPrecision(10, 2);

    /** As the source calls it. */
    TableName name(String object) {
        return new TableName(SOURCE, object);
    }

    /** As the target calls it. */
    TableName target(String object) {
        return new TableName(schemaName, object);
    }

    SchemaNames names() {
        return new SchemaNames(Map.of(SOURCE, schemaName));
    }

    TableName customer() {
        return name("customer");
    }

    TableName orders() {
        return name("orders");
    }

    TableName item() {
        return name("item");
    }

    Set<TableName> tables() {
        return Set.of(customer(), orders(), item());
    }

    List<Column> customerColumns() {
        return List.of(
                numbered("id"),
                Column.of("email", ColumnType.of(TEXT, "varchar(60)").withLength(60), false),
                Column.of("kind", ColumnType.of(TEXT, "varchar(10)").withLength(10), true),
                Column.of("referrer_id", BIGINT, true));
    }

    List<Column> orderColumns() {
        return List.of(
                numbered("id"),
                Column.of("customer_id", BIGINT, false),
                Column.of("first_item_id", BIGINT, true),
                Column.of("total", MONEY, false));
    }

    List<Column> itemColumns() {
        return List.of(
                Column.of("id", BIGINT, false),
                Column.of("order_id", BIGINT, false),
                Column.of("ticket", BIGINT, false));
    }

    private Column numbered(String name) {
        Filling filling = vendor == Vendor.MARIADB ? Filling.AUTO_INCREMENT : Filling.IDENTITY_BY_DEFAULT;
        return new Column(name, BIGINT, false, filling, "", "", "");
    }

    Schema schema() {
        return new Schema(
                vendor,
                "",
                SOURCE,
                List.of(
                        table(
                                customer(),
                                customerColumns(),
                                "kind_known",
                                SHORT_KIND.formatted(quote("kind")),
                                UniqueKey.of("customer_pk", true, List.of("id")),
                                UniqueKey.of("email_once", false, List.of("email"))),
                        table(item(), itemColumns(), "", "", UniqueKey.of("item_pk", true, List.of("id"))),
                        table(
                                orders(),
                                orderColumns(),
                                "total_positive",
                                quote("total") + " >= 0",
                                UniqueKey.of("orders_pk", true, List.of("id")))),
                List.of(
                        link("customer_referrer", customer(), "referrer_id", customer(), true),
                        link("item_order", item(), "order_id", orders(), false),
                        link("order_customer", orders(), "customer_id", customer(), false),
                        link("order_first_item", orders(), "first_item_id", item(), true)),
                List.of(new Sequence(name("ticket_seq"), 1, 1, List.of(new ColumnName(item(), "ticket")), false, "")),
                List.of());
    }

    private static Table table(TableName name, List<Column> columns, String check, String text, UniqueKey... keys) {
        List<Check> checks = check.isEmpty() ? List.of() : List.of(new Check(check, text, true, ""));
        return new Table(
                name, TableKind.ORDINARY, columns, List.of(keys), checks, List.of(), List.of(), "", -1, "", "");
    }

    private static ForeignKey link(String name, TableName child, String column, TableName parent, boolean optional) {
        return ForeignKey.of(name, child, parent, List.of(new ForeignKey.ColumnPair(column, "id")), optional);
    }

    /** Keys and links come after the load, checks with the tables. */
    TargetDefinition definition() {
        List<DdlStatement> statements = new ArrayList<>();
        String counted = vendor == Vendor.MARIADB
                ? "bigint NOT NULL AUTO_INCREMENT PRIMARY KEY"
                : "bigint GENERATED BY DEFAULT AS IDENTITY";
        add(statements, Phase.BEFORE_LOAD, "ticket_seq", "CREATE SEQUENCE " + quoted("ticket_seq"));
        add(
                statements,
                Phase.BEFORE_LOAD,
                "customer",
                "CREATE TABLE %s (%s %s, %s varchar(60) NOT NULL, %s varchar(10), %s bigint, CONSTRAINT %s CHECK (%s))"
                        .formatted(
                                quoted("customer"),
                                quote("id"),
                                counted,
                                quote("email"),
                                quote("kind"),
                                quote("referrer_id"),
                                quote("kind_known"),
                                SHORT_KIND.formatted(quote("kind"))));
        add(
                statements,
                Phase.BEFORE_LOAD,
                "item",
                "CREATE TABLE %s (%s bigint NOT NULL%s, %s bigint NOT NULL, %s bigint DEFAULT %s NOT NULL)"
                        .formatted(
                                quoted("item"),
                                quote("id"),
                                vendor == Vendor.MARIADB ? " PRIMARY KEY" : "",
                                quote("order_id"),
                                quote("ticket"),
                                nextTicket()));
        add(
                statements,
                Phase.BEFORE_LOAD,
                "orders",
                "CREATE TABLE %s (%s %s, %s bigint NOT NULL, %s bigint, %s decimal(10,2) NOT NULL, CONSTRAINT %s CHECK (%s >= 0))"
                        .formatted(
                                quoted("orders"),
                                quote("id"),
                                counted,
                                quote("customer_id"),
                                quote("first_item_id"),
                                quote("total"),
                                quote("total_positive"),
                                quote("total")));
        if (vendor != Vendor.MARIADB) {
            key(statements, "customer", "customer_pk", "PRIMARY KEY", "id");
            key(statements, "item", "item_pk", "PRIMARY KEY", "id");
            key(statements, "orders", "orders_pk", "PRIMARY KEY", "id");
        }
        key(statements, "customer", "email_once", "UNIQUE", "email");
        for (ForeignKey link : schema().foreignKeys()) {
            add(
                    statements,
                    Phase.AFTER_LOAD_LINKS,
                    link.child().name() + "." + link.name(),
                    "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s)"
                            .formatted(
                                    quoted(link.child().name()),
                                    quote(link.name()),
                                    quote(link.childColumns().get(0)),
                                    quoted(link.parent().name()),
                                    quote("id")));
        }
        add(
                statements,
                Phase.AFTER_LOAD_OBJECTS,
                "totals",
                "CREATE VIEW %s AS SELECT count(*) AS n FROM %s".formatted(quoted("totals"), quoted("orders")));
        return new TargetDefinition(statements, List.of());
    }

    private String nextTicket() {
        return switch (vendor) {
            case POSTGRESQL -> "nextval('%s')".formatted(quoted("ticket_seq"));
            case MARIADB -> "nextval(%s)".formatted(quoted("ticket_seq"));
            default -> "NEXT VALUE FOR " + quoted("ticket_seq");
        };
    }

    private void key(List<DdlStatement> statements, String table, String name, String kind, String column) {
        add(
                statements,
                Phase.AFTER_LOAD_KEYS,
                table + "." + name,
                "ALTER TABLE %s ADD CONSTRAINT %s %s (%s)".formatted(quoted(table), quote(name), kind, quote(column)));
    }

    private void add(List<DdlStatement> statements, Phase phase, String object, String sql) {
        statements.add(new DdlStatement(phase, schemaName + "." + object, sql));
    }

    String quoted(String object) {
        return Identifiers.quote(vendor, target(object));
    }

    String quote(String column) {
        return Identifiers.quote(vendor, column);
    }
}
