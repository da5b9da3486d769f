package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Elements of arrays as rows of a child table: what is planted within an element, between an element and its row, and from one
 * element to the next is held against a second sample of the same source.
 */
class ArrayElementsTest {
    private static final int ROWS = 1_500;
    private static final List<String> STEPS = List.of("asked", "offered", "ordered", "sent", "returned");
    private static final List<String> TAGS = List.of("red", "green", "blue", "small", "large", "new");

    @TempDir
    private static Path folder;

    private record Row(double budget, JsonNode document, List<Double> readings, List<String> tags) {}

    private static List<Row> real;
    private static List<Row> second;
    private static List<Row> made;

    @BeforeAll
    static void cloneTheSource() throws Exception {
        String source = PostgresServer.shared().createDatabase("elements");
        String again = PostgresServer.shared().createDatabase("elements_again");
        String target = PostgresServer.shared().createDatabase("elements_copy");
        plant(source, 5);
        plant(again, 6);
        CommandLineRun.of(
                        "clone",
                        "--source",
                        source,
                        "--target",
                        target,
                        "--model",
                        folder.resolve("elements.understudy").toString())
                .done();
        real = rows(source);
        second = rows(again);
        made = rows(target);
    }

    private static void plant(String url, long seed) throws SQLException {
        Random random = new Random(seed);
        try (Connection connection = DriverManager.getConnection(url)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE purchase (id int PRIMARY KEY, budget int NOT NULL, document jsonb NOT NULL,"
                                + " readings numeric[] NOT NULL, tags text[])");
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO purchase VALUES (?, ?, ?::jsonb, ?::numeric[], ?::text[])")) {
                for (int id = 1; id <= ROWS; id++) {
                    int budget = 20 + random.nextInt(180);
                    insert.setInt(1, id);
                    insert.setInt(2, budget);
                    insert.setString(3, document(random, budget));
                    insert.setString(4, readings(random, budget));
                    insert.setString(5, tags(random));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    /** Dear lines are bought in small numbers; what comes next is told by what was before; steps go on as they must. */
    private static String document(Random random, int budget) {
        List<String> lines = new ArrayList<>();
        double sum = 0;
        double before = 0;
        int count = 1 + random.nextInt(5);
        for (int n = 1; n <= count; n++) {
            double chance = 0.8 * before + 0.6 * random.nextGaussian();
            before = n == 1 ? random.nextGaussian() : chance;
            double price = Math.round(100 * budget / 10.0 * Math.exp(0.4 * before)) / 100.0;
            int quantity = (int) Math.max(1, Math.round(6 - 2.5 * before + random.nextGaussian()));
            sum += Math.round(100 * price * quantity) / 100.0;
            lines.add("{\"seq\": %d, \"price\": %.2f, \"quantity\": %d, \"amount\": %.2f}"
                    .formatted(n, price, quantity, price * quantity));
        }
        List<String> steps = new ArrayList<>();
        int step = 0;
        long at = 1_700_000_000L + random.nextInt(10_000_000);
        while (step < STEPS.size() && (steps.size() < 2 || random.nextInt(3) > 0)) {
            steps.add("{\"step\": \"%s\", \"at\": %d}".formatted(STEPS.get(step), at));
            step += random.nextInt(4) == 0 ? 2 : 1;
            at += 60 + random.nextInt(5_000);
        }
        return "{\"lines\": [%s], \"total\": %.2f, \"count\": %d, \"steps\": [%s]}"
                .formatted(String.join(", ", lines), sum, count, String.join(", ", steps));
    }

    private static String readings(Random random, int budget) {
        List<String> values = new ArrayList<>();
        double level = budget / 10.0 + random.nextGaussian();
        double around = random.nextGaussian();
        for (int n = 3 + random.nextInt(6); n > 0; n--) {
            values.add("%.1f".formatted(level + 2 * around));
            around = 0.85 * around + 0.5 * random.nextGaussian();
        }
        return "{" + String.join(",", values) + "}";
    }

    private static String tags(Random random) {
        List<String> tags = new ArrayList<>(TAGS);
        java.util.Collections.shuffle(tags, random);
        return random.nextInt(10) == 0 ? null : "{" + String.join(",", tags.subList(0, random.nextInt(4))) + "}";
    }

    private static List<Row> rows(String url) throws Exception {
        List<Row> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT budget, document, readings, tags FROM purchase")) {
            while (rows.next()) {
                Object[] readings = (Object[]) rows.getArray(3).getArray();
                List<String> tags = rows.getArray(4) == null
                        ? null
                        : List.of((String[]) rows.getArray(4).getArray());
                all.add(new Row(
                        rows.getInt(1),
                        new ObjectMapper().readTree(rows.getString(2)),
                        Arrays.stream(readings)
                                .map(value -> ((Number) value).doubleValue())
                                .toList(),
                        tags));
            }
        }
        return all;
    }

    /** Pairs of numbers. */
    private static final class Pairs {
        private final List<double[]> pairs = new ArrayList<>();

        void add(double one, double other) {
            pairs.add(new double[] {one, other});
        }

        double correlation() {
            double[] means = new double[2];
            pairs.forEach(pair -> {
                means[0] += pair[0] / pairs.size();
                means[1] += pair[1] / pairs.size();
            });
            double[] sums = new double[3];
            pairs.forEach(pair -> {
                double a = pair[0] - means[0];
                double b = pair[1] - means[1];
                sums[0] += a * b;
                sums[1] += a * a;
                sums[2] += b * b;
            });
            return sums[0] / Math.sqrt(sums[1] * sums[2]);
        }
    }

    /** What goes together, by a name. */
    private static Map<String, Double> trends(List<Row> rows) {
        Map<String, Pairs> pairs = new LinkedHashMap<>();
        rows.forEach(row -> {
            JsonNode lines = row.document.get("lines");
            for (int i = 0; i < lines.size(); i++) {
                double price = lines.get(i).get("price").asDouble();
                double relative = Math.log(price / row.budget);
                double quantity = lines.get(i).get("quantity").asDouble();
                add(pairs, "in an element: price, quantity", relative, quantity);
                add(pairs, "element and row: price, budget", price, row.budget);
                add(pairs, "element and row: quantity, budget", quantity, row.budget);
                add(pairs, "length and price", lines.size(), price);
                if (i > 0) {
                    double last = lines.get(i - 1).get("price").asDouble();
                    add(pairs, "next: price", Math.log(last / row.budget), relative);
                    add(
                            pairs,
                            "next: quantity",
                            lines.get(i - 1).get("quantity").asDouble(),
                            quantity);
                }
            }
            add(pairs, "total, budget", row.document.get("total").asDouble(), row.budget);
            for (int i = 0; i < row.readings.size(); i++) {
                add(pairs, "array and row: reading, budget", row.readings.get(i), row.budget);
                if (i > 0) {
                    add(
                            pairs,
                            "array, next: reading",
                            row.readings.get(i - 1) - row.budget / 10,
                            row.readings.get(i) - row.budget / 10);
                }
            }
        });
        Map<String, Double> trends = new LinkedHashMap<>();
        pairs.forEach((name, all) -> trends.put(name, all.correlation()));
        return trends;
    }

    private static void add(Map<String, Pairs> pairs, String name, double one, double other) {
        pairs.computeIfAbsent(name, n -> new Pairs()).add(one, other);
    }

    @Test
    void whatGoesTogetherGoesTogether() {
        Map<String, Double> wanted = trends(real);
        Map<String, Double> floor = trends(second);
        Map<String, Double> got = trends(made);
        wanted.forEach((name, value) -> System.out.printf(
                "%s: %.3f, second sample %.3f, made %.3f%n", name, value, floor.get(name), got.get(name)));
        wanted.forEach((name, value) ->
                assertThat(Math.abs(got.get(name) - value)).as(name).isLessThan(0.06));
    }

    @Test
    void whatAlwaysHoldsAlwaysHolds() {
        for (Row row : made) {
            JsonNode lines = row.document.get("lines");
            double sum = 0;
            for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i).get("seq").asInt()).isEqualTo(i + 1);
                double amount = lines.get(i).get("amount").asDouble();
                assertThat(amount)
                        .isCloseTo(
                                lines.get(i).get("price").asDouble()
                                        * lines.get(i).get("quantity").asDouble(),
                                org.assertj.core.api.Assertions.within(0.0051));
                sum += amount;
            }
            assertThat(row.document.get("total").asDouble())
                    .isCloseTo(sum, org.assertj.core.api.Assertions.within(1e-6));
            assertThat(row.document.get("count").asInt()).isEqualTo(lines.size());
            JsonNode steps = row.document.get("steps");
            for (int i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i).get("at").asLong())
                        .isGreaterThanOrEqualTo(steps.get(i - 1).get("at").asLong());
            }
            if (row.tags != null) {
                assertThat(new HashSet<>(row.tags)).as(row.tags.toString()).hasSameSizeAs(row.tags);
                assertThat(TAGS).containsAll(row.tags);
            }
        }
    }

    @Test
    void stepsFollowTheOnesBefore() {
        Map<String, Double> wanted = steps(real);
        Map<String, Double> got = steps(made);
        System.out.println("steps: " + wanted + "\nmade:  " + got);
        assertThat(got.keySet()).isSubsetOf(wanted.keySet());
        wanted.forEach((name, share) -> assertThat(Math.abs(got.getOrDefault(name, 0.0) - share))
                .as(name)
                .isLessThan(0.06));
    }

    /** Share of each pair of steps among all. */
    private static Map<String, Double> steps(List<Row> rows) {
        Map<String, Double> counts = new java.util.TreeMap<>();
        double[] all = {0};
        rows.forEach(row -> {
            JsonNode steps = row.document.get("steps");
            for (int i = 1; i < steps.size(); i++) {
                counts.merge(
                        steps.get(i - 1).get("step").asText() + " > "
                                + steps.get(i).get("step").asText(),
                        1.0,
                        Double::sum);
                all[0]++;
            }
        });
        counts.replaceAll((name, count) -> Math.round(1000 * count / all[0]) / 1000.0);
        return counts;
    }
}
