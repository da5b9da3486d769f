package dev.understudy.refresh;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Readers who look at a database all the time: half of them by one statement over all tables, half by several in one
 * transaction of one snapshot. What each sees in one look is one text.
 */
final class Readers {
    private final List<Thread> threads = new ArrayList<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final Set<String> failures = ConcurrentHashMap.newKeySet();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private volatile boolean ended;

    /**
     * @param parts    queries of one value each
     * @param retried  SQL states after which a reader begins its transaction again, as its database asks it to
     */
    Readers(String url, int count, List<String> parts, Set<String> retried) {
        String together = "SELECT concat("
                + String.join(
                        ", '/', ", parts.stream().map(part -> "(" + part + ")").toList()) + ")";
        for (int i = 0; i < count; i++) {
            List<String> queries = i % 2 == 0 ? List.of(together) : parts;
            Thread thread = new Thread(() -> readUntilEnded(url, queries, retried), "reader " + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void readUntilEnded(String url, List<String> queries, Set<String> retried) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(
                    queries.size() == 1
                            ? Connection.TRANSACTION_READ_COMMITTED
                            : Connection.TRANSACTION_REPEATABLE_READ);
            while (!ended) {
                long since = System.nanoTime();
                try {
                    seen.add(look(connection, queries));
                    connection.commit();
                    looks.incrementAndGet();
                } catch (SQLException e) {
                    connection.rollback();
                    if (!retried.contains(e.getSQLState())) {
                        failures.add(e.getSQLState() + " " + e.getMessage());
                        return;
                    }
                    repeats.incrementAndGet();
                }
                longest.accumulateAndGet((System.nanoTime() - since) / 1_000_000, Math::max);
                Thread.sleep(5);
            }
        } catch (SQLException | InterruptedException e) {
            failures.add(e.toString());
        }
    }

    private static String look(Connection connection, List<String> queries) throws SQLException, InterruptedException {
        List<String> told = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String query : queries) {
                try (ResultSet found = statement.executeQuery(query)) {
                    found.next();
                    told.add(found.getString(1));
                }
                if (queries.size() > 1) {
                    Thread.sleep(2);
                }
            }
        }
        return String.join("/", told);
    }

    /** Every state that anybody saw. */
    Set<String> seen() {
        return seen;
    }

    /** Why readers gave up. */
    Set<String> failures() {
        return failures;
    }

    long looks() {
        return looks.get();
    }

    /** In milliseconds, with all waiting. */
    long longestLook() {
        return longest.get();
    }

    long repeats() {
        return repeats.get();
    }

    /** Waits until everybody has looked once more. */
    void lookAgain() throws InterruptedException {
        long enough = looks.get() + 2L * threads.size();
        for (int i = 0; i < 400 && looks.get() < enough && failures.isEmpty(); i++) {
            Thread.sleep(25);
        }
    }

    void end() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join(10_000);
        }
    }
}
