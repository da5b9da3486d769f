package dev.understudy.engine;

import dev.understudy.graph.GraphFacts;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.graph.TableFacts;
import dev.understudy.learn.LearnRequest;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.TableMode;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Arithmetic;
import dev.understudy.schema.rule.Call;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.And;
import dev.understudy.schema.rule.Condition.Comparison;
import dev.understudy.schema.rule.Condition.InList;
import dev.understudy.schema.rule.Condition.IsNull;
import dev.understudy.schema.rule.Condition.Not;
import dev.understudy.schema.rule.Condition.Or;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.Rule;
import dev.understudy.schema.rule.Truth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Parcels with many rules, each of which some rows of the source break, so that a model alone breaks it, too. */
final class Parcels {
    static final TableName DEPOT = new TableName("", "depot");
    static final TableName SHOP = new TableName("", "shop");
    static final TableName PARCEL = new TableName("", "parcel");

    private static final ColumnType INT = ColumnType.of(TypeFamily.INTEGER, "int");
    private static final ColumnType DAY = ColumnType.of(TypeFamily.DATE, "date");
    private static final ColumnType MONEY =
            ColumnType.of(TypeFamily.DECIMAL, "numeric(8,2)").withPrecision(8, 2);
    private static final ColumnType TEXT =
            ColumnType.of(TypeFamily.TEXT, "varchar(20)").withLength(20);

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INT, false),
            Column.of("ordered", DAY, false),
            Column.of("shipped", DAY, true),
            Column.of("price", MONEY, false),
            Column.of("status", TEXT, false),
            Column.of("stars", INT, true),
            Column.of("length", INT, true),
            Column.of("width", INT, true),
            Column.of("net", MONEY, false),
            Column.of("tax", MONEY, false),
            Column.of("code", TEXT, false),
            Column.of("depot_id", INT, true),
            Column.of("shop_id", INT, true));

    private Parcels() {}

    /** @param keyed whether net and tax together are a key, so that blocks are made one after the other */
    private static Schema schema(boolean keyed) {
        Column id = Column.of("id", INT, false);
        Column size = Column.of("size", INT, false);
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(table(DEPOT, List.of(id, size)), table(SHOP, List.of(id, size)), parcels(keyed)),
                List.of(
                        ForeignKey.of("parcel_depot", PARCEL, DEPOT, List.of(new ColumnPair("depot_id", "id")), true),
                        ForeignKey.of("parcel_shop", PARCEL, SHOP, List.of(new ColumnPair("shop_id", "id")), true)),
                List.of(),
                List.of());
    }

    private static Table parcels(boolean keyed) {
        UniqueKey amounts = UniqueKey.of("parcel_amounts", false, List.of("net", "tax"));
        UniqueKey id = UniqueKey.of("parcel_pk", true, List.of("id"));
        return Table.of(PARCEL, COLUMNS, keyed ? List.of(id, amounts) : List.of(id));
    }

    private static Table table(TableName name, List<Column> columns) {
        return Table.of(name, columns, List.of(UniqueKey.of(name.name() + "_pk", true, List.of("id"))));
    }

    static MemoryDatabase rows(int n) {
        SplittableRandom random = new SplittableRandom(11);
        MemoryDatabase database = new MemoryDatabase();
        for (long id = 1; id <= 40; id++) {
            database.add(DEPOT, new LinkedHashMap<>(Map.of("id", id, "size", (long) random.nextInt(5))));
            database.add(SHOP, new LinkedHashMap<>(Map.of("id", id, "size", (long) random.nextInt(5))));
        }
        for (long id = 1; id <= n; id++) {
            Map<String, Object> row = new LinkedHashMap<>();
            long day = 18_000 + random.nextInt(400);
            long ship = 18_000 + random.nextInt(400);
            row.put("id", id);
            row.put("ordered", Math.min(day, ship));
            row.put("shipped", random.nextInt(5) == 0 ? null : (Object) (Math.max(day, ship) - random.nextInt(9)));
            row.put("price", (long) (Math.exp(2 + 2 * random.nextDouble()) * 10) - 90);
            row.put("status", List.of("new", "sent", "lost").get(random.nextInt(3)));
            row.put("stars", random.nextInt(3) == 0 ? null : (Object) (1L + random.nextInt(5)));
            boolean measured = random.nextBoolean();
            row.put("length", measured ? (Object) (10L + random.nextInt(90)) : null);
            row.put("width", measured != (random.nextInt(10) == 0) ? (Object) (10L + random.nextInt(90)) : null);
            long net = 100 + random.nextInt(600);
            row.put("net", net);
            row.put("tax", (long) random.nextInt((int) net));
            StringBuilder code = new StringBuilder();
            for (int letter = 2 + random.nextInt(8); letter > 0; letter--) {
                code.append((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(26)));
            }
            row.put("code", code.toString());
            boolean depot = random.nextBoolean();
            row.put("depot_id", depot ? (Object) (1L + random.nextInt(40)) : null);
            row.put("shop_id", depot != (random.nextInt(10) == 0) ? null : (Object) (1L + random.nextInt(40)));
            database.add(PARCEL, row);
        }
        return database;
    }

    /** The rules, and the same in Java. */
    static final Map<Rule, Predicate<Map<String, Object>>> RULES = rules();

    private static Map<Rule, Predicate<Map<String, Object>>> rules() {
        Map<Rule, Predicate<Map<String, Object>>> rules = new LinkedHashMap<>();
        rules.put(
                new Rule("shipped_later", compare(column("shipped"), Comparator.GREATER_OR_EQUAL, column("ordered"))),
                row -> row.get("shipped") == null || number(row, "shipped") >= number(row, "ordered"));
        rules.put(
                new Rule("price_positive", compare(column("price"), Comparator.GREATER, new Literal.Whole(0))),
                row -> number(row, "price") > 0);
        rules.put(
                new Rule(
                        "price_odd_limit",
                        compare(
                                column("price"),
                                Comparator.LESS,
                                new Literal.Exact(new java.math.BigDecimal("4.505")))),
                row -> number(row, "price") <= 450);
        rules.put(
                new Rule(
                        "status_known",
                        new InList(column("status"), List.of(new Literal.Text("new"), new Literal.Text("sent")))),
                row -> List.of("new", "sent").contains(row.get("status")));
        rules.put(
                new Rule(
                        "stars_range",
                        new And(List.of(
                                compare(column("stars"), Comparator.GREATER_OR_EQUAL, new Literal.Whole(2)),
                                compare(column("stars"), Comparator.LESS_OR_EQUAL, new Literal.Whole(4))))),
                row -> row.get("stars") == null || number(row, "stars") >= 2 && number(row, "stars") <= 4);
        rules.put(
                new Rule("both_or_none", compare(missing("length"), Comparator.EQUAL, missing("width"))),
                row -> (row.get("length") == null) == (row.get("width") == null));
        rules.put(
                new Rule(
                        "oblong",
                        new Or(List.of(
                                new IsNull(column("length")),
                                compare(column("width"), Comparator.LESS, column("length"))))),
                row -> row.get("length") == null
                        || row.get("width") == null
                        || number(row, "width") < number(row, "length"));
        rules.put(
                new Rule(
                        "half_tax",
                        compare(
                                new Arithmetic(Arithmetic.Operator.MULTIPLY, column("tax"), new Literal.Whole(2)),
                                Comparator.LESS_OR_EQUAL,
                                column("net"))),
                row -> 2 * number(row, "tax") <= number(row, "net"));
        rules.put(
                new Rule(
                        "code_long",
                        compare(
                                new Call(Call.Function.LENGTH, List.of(column("code"))),
                                Comparator.GREATER,
                                new Literal.Whole(4))),
                row -> ((String) row.get("code")).length() > 4);
        rules.put(
                new Rule(
                        "code_small",
                        compare(
                                new Call(Call.Function.LOWER, List.of(column("code"))),
                                Comparator.EQUAL,
                                column("code"))),
                row -> ((String) row.get("code"))
                        .equals(((String) row.get("code")).toLowerCase(java.util.Locale.ROOT)));
        rules.put(
                new Rule("one_place", compare(missing("depot_id"), Comparator.UNEQUAL, missing("shop_id"))),
                row -> (row.get("depot_id") == null) != (row.get("shop_id") == null));
        rules.put(
                new Rule(
                        "sent_is_shipped",
                        new Or(List.of(
                                compare(column("status"), Comparator.UNEQUAL, new Literal.Text("sent")),
                                new Not(new IsNull(column("shipped")))))),
                row -> !"sent".equals(row.get("status")) || row.get("shipped") != null);
        return rules;
    }

    private static long number(Map<String, Object> row, String column) {
        return (Long) row.get(column);
    }

    private static Condition compare(Expression left, Comparator comparator, Expression right) {
        return new Comparison(left, comparator, right);
    }

    private static Expression missing(String column) {
        return new Truth(new IsNull(column(column)));
    }

    private static ColumnReference column(String name) {
        for (int c = 0; c < COLUMNS.size(); c++) {
            if (COLUMNS.get(c).name().equals(name)) {
                return new ColumnReference(c, name);
            }
        }
        throw new IllegalArgumentException(name);
    }

    static LearnRequest request(List<Rule> rules, boolean keyed) {
        Schema schema = schema(keyed);
        Map<TableName, TableFacts> facts = new HashMap<>();
        facts.put(DEPOT, new TableFacts(40, false, false, false));
        facts.put(SHOP, new TableFacts(40, false, false, false));
        facts.put(PARCEL, new TableFacts(3000, false, true, false));
        Map<TableName, TableMode> modes = new HashMap<>();
        schema.tables().forEach(table -> modes.put(table.name(), TableMode.SYNTHESIZE));
        SchemaGraph graph = SchemaGraph.of(schema, new GraphFacts(facts, Map.of()), List.of());
        return new LearnRequest(schema, graph, modes, Map.of(), Map.of(), Map.of(PARCEL, rules), LearnSettings.DEFAULT);
    }
}
