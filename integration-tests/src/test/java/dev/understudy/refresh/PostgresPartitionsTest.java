package dev.understudy.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.Contents;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partitioned table is refreshed with its partitions, whatever those declare on their own. */
class PostgresPartitionsTest {
    private static final String[] SHOP = {
        "CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL)",
        "INSERT INTO customer SELECT i, 'name ' || i FROM generate_series(1, 200) i",
        "CREATE TABLE payment (customer int NOT NULL, paid date NOT NULL, amount int NOT NULL) PARTITION BY RANGE (paid)",
        "CREATE TABLE payment_early PARTITION OF payment FOR VALUES FROM ('2024-01-01') TO ('2024-07-01')",
        "CREATE TABLE payment_late PARTITION OF payment FOR VALUES FROM ('2024-07-01') TO ('2025-01-01')"
                + " PARTITION BY RANGE (paid)",
        "CREATE TABLE payment_autumn PARTITION OF payment_late FOR VALUES FROM ('2024-07-01') TO ('2024-10-01')",
        "CREATE TABLE payment_winter PARTITION OF payment_late FOR VALUES FROM ('2024-10-01') TO ('2025-01-01')",
        "ALTER TABLE payment_early ADD FOREIGN KEY (customer) REFERENCES customer",
        "ALTER TABLE payment_winter ADD FOREIGN KEY (customer) REFERENCES customer",
        "INSERT INTO payment SELECT 1 + i % 200, date '2024-01-01' + i % 366, i % 50 FROM generate_series(1, 2000) i",
    };

    @TempDir
    private Path folder;

    private CommandLineRun cloning(String source, String target, String seed) {
        String model = folder.resolve("model.understudy").toString();
        return CommandLineRun.of("clone", "--source", source, "--target", target, "--seed", seed, "--model", model);
    }

    @Test
    void linksThatPartitionsDeclareAreNoneOfOthers() throws SQLException {
        String source = PostgresServer.shared().createDatabase("partitions_source");
        String target = PostgresServer.shared().createDatabase("partitions_target");
        Contents.execute(source, SHOP);

        for (String seed : new String[] {"1", "2", "3"}) {
            cloning(source, target, seed).done();
            assertThat(DecoratedShop.ask(
                            target,
                            "SELECT count(*) || ' ' || count(*) FILTER (WHERE tableoid = 'payment_early'::regclass)"
                                    + " || ' ' || (SELECT count(*) FROM pg_constraint WHERE contype = 'f'"
                                    + " AND convalidated) FROM payment"))
                    .matches("2000 [1-9]\\d+ 2");
        }
        CommandLineRun.of("verify", "--target", target, "--source", source).done();
    }

    @Test
    void rowsOfAPartitionOutsideTheRunAreNotOrphaned() throws SQLException {
        String source = PostgresServer.shared().createDatabase("partitions_source");
        String target = PostgresServer.shared().createDatabase("partitions_target");
        Contents.execute(source, SHOP);
        cloning(source, target, "1").done();
        Contents.execute(
                target,
                "CREATE TABLE note (customer int, written date) PARTITION BY RANGE (written)",
                "CREATE TABLE note_early PARTITION OF note FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
                "ALTER TABLE note_early ADD FOREIGN KEY (customer) REFERENCES customer",
                "INSERT INTO note VALUES (1, '2024-05-05')");

        cloning(source, target, "2").refused(2, "public.note_early");
    }
}
