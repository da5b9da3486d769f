package dev.understudy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.PostgresServer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a report of {@code -Dreport.rows} rows a side takes, 10 million by default, and how much memory. */
@Tag("bench")
class ReportSizeTest {
    @TempDir
    Path folder;

    @Test
    void aLargeDatabaseIsJudgedFromASample() throws Exception {
        long rows = Long.getLong("report.rows", 10_000_000);
        String real = filled("report_size_real", rows, 1);
        String made = filled("report_size_made", rows, 2);
        long start = System.nanoTime();
        CommandLineRun run = CommandLineRun.of(
                "report", "--real", real, "--synthetic", made, "--report", folder.toString(), "--output", "json");
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf("%,d rows a side: %.0f s, heap peak %,d MB%n", rows, seconds, peak >> 20);
        System.out.println(run.json().path("seconds"));
        System.out.println(run.json().path("samples"));
        assertThat(run.done().json().path("scores").path("shapes").asDouble()).isGreaterThan(0.9);
    }

    private static String filled(String name, long rows, int seed) throws Exception {
        String url = PostgresServer.shared().createDatabase(name);
        long customers = rows / 10;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT setseed(0.%d)".formatted(seed));
            statement.execute("CREATE TABLE customer AS SELECT n::int AS id, (random() * 60 + 18)::int AS age,"
                    + " chr(65 + (random() * 5)::int) AS segment, date '2015-01-01' + (random() * 3000)::int AS since"
                    + " FROM generate_series(1, %d) n".formatted(customers));
            statement.execute(
                    "CREATE TABLE orders AS SELECT n::int AS id, (1 + floor(random() * %d))::int AS customer_id,"
                                    .formatted(customers)
                            + " round((exp(random() * 5))::numeric, 2)::numeric(10, 2) AS total,"
                            + " timestamp '2020-01-01' + random() * interval '900 days' AS ordered_at,"
                            + " chr(65 + (random() * 3)::int) AS channel FROM generate_series(1, %d) n"
                                    .formatted(rows - customers));
            statement.execute("ALTER TABLE customer ADD PRIMARY KEY (id)");
            statement.execute("ALTER TABLE orders ADD PRIMARY KEY (id)");
            statement.execute("ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customer (id)");
            statement.execute("ANALYZE");
        }
        return url;
    }
}
