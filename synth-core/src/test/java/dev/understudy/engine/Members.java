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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** People of three countries and what they ordered, full of texts that follow from others. */
final class Members {
    static final TableName MEMBER = new TableName("", "member");
    static final TableName ORDER = new TableName("", "purchase");

    private static final ColumnType INT = ColumnType.of(TypeFamily.INTEGER, "int");
    private static final ColumnType DAY = ColumnType.of(TypeFamily.DATE, "date");
    private static final ColumnType TEXT =
            ColumnType.of(TypeFamily.TEXT, "varchar(80)").withLength(80);
    private static final List<String> WOMEN =
            List.of("Ada", "Berta", "Clara", "Dora", "Emma", "Frida", "Greta", "Hanna");
    private static final List<String> MEN =
            List.of("Anton", "Bruno", "Carl", "David", "Emil", "Fritz", "Georg", "Hans");
    private static final List<String> SYLLABLES =
            List.of("ber", "stein", "mann", "hof", "wald", "bach", "feld", "berg", "ried", "thal");
    private static final Map<String, List<String>> CITIES = Map.of(
            "Germany", List.of("Berlin", "Hamburg", "Leipzig"),
            "France", List.of("Paris", "Lyon", "Nantes"),
            "Italy", List.of("Roma", "Milano", "Torino"));

    private Members() {}

    private static Schema schema() {
        List<Column> member = List.of(
                Column.of("id", INT, false),
                Column.of("gender", TEXT, false),
                Column.of("country", TEXT, false),
                Column.of("first_name", TEXT, false),
                Column.of("last_name", TEXT, false),
                Column.of("full_name", TEXT, false),
                Column.of("email", TEXT, false),
                Column.of("city", TEXT, false),
                Column.of("postcode", TEXT, false),
                Column.of("joined", DAY, false),
                Column.of("number", TEXT, false));
        List<Column> order = List.of(
                Column.of("id", INT, false),
                Column.of("member_id", INT, false),
                Column.of("contact_email", TEXT, false),
                Column.of("ordered", DAY, false),
                Column.of("order_number", TEXT, false),
                Column.of("title", TEXT, false),
                Column.of("slug", TEXT, false));
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        Table.of(
                                MEMBER,
                                member,
                                List.of(
                                        UniqueKey.of("member_pk", true, List.of("id")),
                                        UniqueKey.of("member_email", false, List.of("email")))),
                        Table.of(
                                ORDER,
                                order,
                                List.of(
                                        UniqueKey.of("purchase_pk", true, List.of("id")),
                                        UniqueKey.of("purchase_number", false, List.of("order_number"))))),
                List.of(ForeignKey.of(
                        "purchase_member", ORDER, MEMBER, List.of(new ColumnPair("member_id", "id")), false)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(int n) {
        SplittableRandom random = new SplittableRandom(4);
        MemoryDatabase database = new MemoryDatabase();
        long orders = 0;
        for (long id = 1; id <= n; id++) {
            boolean woman = random.nextBoolean();
            String country = List.of("Germany", "France", "Italy").get(random.nextInt(3));
            String first = (woman ? WOMEN : MEN).get(random.nextInt(8));
            String last = syllables(random, 3);
            long joined = LocalDate.of(2015, 1, 1).toEpochDay() + random.nextInt(3000);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", id);
            row.put("gender", woman ? "F" : "M");
            row.put("country", country);
            row.put("first_name", first);
            row.put("last_name", last);
            row.put("full_name", first + " " + last);
            row.put(
                    "email",
                    (first + "." + last).toLowerCase(Locale.ROOT) + id + "@" + last.toLowerCase(Locale.ROOT) + ".de");
            row.put("city", CITIES.get(country).get(random.nextInt(3)));
            row.put("postcode", "%05d".formatted(random.nextInt(100_000)));
            row.put("joined", joined);
            row.put("number", "M-%d-%05d".formatted(LocalDate.ofEpochDay(joined).getYear(), random.nextInt(100_000)));
            database.add(MEMBER, row);
            for (int i = random.nextInt(4); i > 0; i--) {
                long ordered = joined + random.nextInt(400);
                String title = syllables(random, 2) + " " + syllables(random, 2) + " " + syllables(random, 1);
                Map<String, Object> order = new LinkedHashMap<>();
                order.put("id", ++orders);
                order.put("member_id", id);
                order.put("contact_email", row.get("email"));
                order.put("ordered", ordered);
                order.put(
                        "order_number",
                        "ORD-%d-%06d".formatted(LocalDate.ofEpochDay(ordered).getYear(), orders));
                order.put("title", title);
                order.put("slug", title.toLowerCase(Locale.ROOT).replace(' ', '-'));
                database.add(ORDER, order);
            }
        }
        return database;
    }

    private static String syllables(SplittableRandom random, int count) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < count; i++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    static LearnRequest request() {
        Schema schema = schema();
        Map<TableName, TableFacts> facts = new HashMap<>();
        facts.put(MEMBER, new TableFacts(2000, true, false, false));
        facts.put(ORDER, new TableFacts(3000, false, true, false));
        Map<TableName, TableMode> modes = new HashMap<>();
        schema.tables().forEach(table -> modes.put(table.name(), TableMode.SYNTHESIZE));
        SchemaGraph graph = SchemaGraph.of(schema, new GraphFacts(facts, Map.of()), List.of());
        return new LearnRequest(schema, graph, modes, Map.of(), Map.of(), Map.of(), LearnSettings.DEFAULT);
    }
}
