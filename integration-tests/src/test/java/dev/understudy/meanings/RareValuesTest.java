package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.commandline.CommandLineRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Article numbers that too few families share: new ones go with the same departments, and come back as often. */
class RareValuesTest {
    private static final List<String> DEPARTMENTS = List.of("ELE", "FOO", "GAR", "TOY", "BOO");
    private static final int ARTICLES = 500;

    @TempDir
    private static Path folder;

    private static Map<String, Map<String, Integer>> real;
    private static Map<String, Map<String, Integer>> made;

    @BeforeAll
    static void cloneTheSource() throws Exception {
        String source = "jdbc:h2:file:" + folder.resolve("source");
        String target = "jdbc:h2:file:" + folder.resolve("target");
        try (Connection connection = DriverManager.getConnection(source)) {
            plant(connection);
        }
        CommandLineRun run = CommandLineRun.of(
                "clone",
                "--source",
                source,
                "--target",
                target,
                "--model",
                folder.resolve("rare.understudy").toString(),
                "--yes");
        assertThat(run.status()).as(run.err()).isIn(0, 6);
        real = departmentsByArticle(source);
        made = departmentsByArticle(target);
    }

    /** Each article has 1 to 9 rows, few have many. */
    private static void plant(Connection connection) throws SQLException {
        Random random = new Random(6);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sale (id int PRIMARY KEY, department varchar(20) NOT NULL,"
                    + " price int NOT NULL, article varchar(20) NOT NULL)");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO sale VALUES (?, ?, ?, ?)")) {
            int id = 0;
            for (int article = 0; article < ARTICLES; article++) {
                int department = random.nextInt(DEPARTMENTS.size());
                String number = "%s-%05d".formatted(DEPARTMENTS.get(department), random.nextInt(100_000));
                for (int n = 1 + (int) (9 * Math.pow(random.nextDouble(), 3)); n > 0; n--) {
                    insert.setInt(1, ++id);
                    insert.setString(2, "department " + department);
                    insert.setInt(3, 10 * (department + 1) + random.nextInt(10));
                    insert.setString(4, number);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static Map<String, Map<String, Integer>> departmentsByArticle(String url) throws SQLException {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT article, department FROM sale")) {
            while (rows.next()) {
                counts.computeIfAbsent(rows.getString(1), a -> new HashMap<>())
                        .merge(rows.getString(2), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void noArticleComesBack() {
        Set<String> both = new HashSet<>(real.keySet());
        both.retainAll(made.keySet());
        // Numbers of five digits coincide by chance: 500 of 100,000 in each department, 500 times.
        assertThat(both.size()).isLessThan(10);
    }

    @Test
    void anArticleIsOfOneDepartmentAndSaysSo() {
        int rows = 0;
        int most = 0;
        int named = 0;
        for (Map.Entry<String, Map<String, Integer>> article : made.entrySet()) {
            rows += sum(article.getValue());
            most += Collections.max(article.getValue().values());
            int department = DEPARTMENTS.indexOf(article.getKey().substring(0, 3));
            named += article.getValue().getOrDefault("department " + department, 0);
        }
        System.out.printf("rows in their article's department: %d, with its prefix: %d, of %d%n", most, named, rows);
        assertThat(most / (double) rows).isGreaterThan(0.97);
        assertThat(named / (double) rows).isGreaterThan(0.97);
    }

    @Test
    void articlesComeBackAsOften() {
        assertThat((double) made.size() / real.size()).isBetween(0.85, 1.15);
        System.out.printf("rows of the leading tenth: %.3f, made %.3f%n", leading(real), leading(made));
        assertThat(leading(made)).isCloseTo(leading(real), within(0.05));
    }

    /** Share of rows with the most frequent tenth of all articles. */
    private static double leading(Map<String, Map<String, Integer>> articles) {
        List<Integer> counts = new ArrayList<>();
        articles.values().forEach(one -> counts.add(sum(one)));
        counts.sort(Collections.reverseOrder());
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        return counts.stream()
                        .limit(counts.size() / 10)
                        .mapToInt(Integer::intValue)
                        .sum()
                / (double) all;
    }
}
