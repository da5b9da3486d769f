package dev.understudy.engine;

import static dev.understudy.engine.Definitions.DATE;
import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.TEXT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.learn.LearnRequest;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Branches with clients, advisers and accounts. A holder joins a client and an account of one branch, each once; advice is given
 * to a client by an adviser of the client's branch, never by one of another. Balances go on with each payment. A client visits
 * three cash machines more than others, for reasons of which few are frequent.
 */
final class Bank {
    static final TableName BRANCH = new TableName("", "branch");
    static final TableName CLIENT = new TableName("", "client");
    static final TableName ADVISER = new TableName("", "adviser");
    static final TableName ADVICE = new TableName("", "advice");
    static final TableName ACCOUNT = new TableName("", "account");
    static final TableName HOLDER = new TableName("", "holder");
    static final TableName PAYMENT = new TableName("", "payment");
    static final TableName MACHINE = new TableName("", "machine");
    static final TableName VISIT = new TableName("", "visit");

    /** Payments of an account that was never closed. */
    static final int USUAL = 24;

    private static final int BRANCHES = 300;
    private static final int CLIENTS = 5;
    private static final int MACHINES = 500;
    private static final int REASONS = 800;
    private static final int FIRST_DAY = 18_000;

    private Bank() {}

    static Schema schema() {
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(BRANCH, "id", INT, "size", INT),
                        table(CLIENT, "id", INT, "branch_id", INT, "age", INT),
                        table(ADVISER, "id", INT, "branch_id", INT, "grade", TEXT),
                        table(ADVICE, "id", INT, "client_id", INT, "adviser_id", INT, "minutes", INT),
                        table(MACHINE, "id", INT, "floor", INT),
                        table(VISIT, "id", INT, "client_id", INT, "day", DATE, "machine_id", INT, "reason", TEXT),
                        table(ACCOUNT, "id", INT, "branch_id", INT, "rate", INT),
                        table(HOLDER, "id", INT, "account_id", INT, "client_id", INT),
                        table(
                                PAYMENT,
                                "id",
                                INT,
                                "account_id",
                                INT,
                                "day",
                                DATE,
                                "kind",
                                TEXT,
                                "amount",
                                INT,
                                "balance",
                                INT)),
                List.of(
                        link("client_branch", CLIENT, "branch_id", BRANCH),
                        link("adviser_branch", ADVISER, "branch_id", BRANCH),
                        link("advice_client", ADVICE, "client_id", CLIENT),
                        link("advice_adviser", ADVICE, "adviser_id", ADVISER),
                        link("visit_client", VISIT, "client_id", CLIENT),
                        link("visit_machine", VISIT, "machine_id", MACHINE),
                        link("account_branch", ACCOUNT, "branch_id", BRANCH),
                        link("holder_account", HOLDER, "account_id", ACCOUNT),
                        link("holder_client", HOLDER, "client_id", CLIENT),
                        link("payment_account", PAYMENT, "account_id", ACCOUNT)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        for (long machine = 1; machine <= MACHINES; machine++) {
            database.add(MACHINE, row("id", machine, "floor", (long) random.nextInt(60)));
        }
        for (long branch = 1; branch <= BRANCHES; branch++) {
            database.add(BRANCH, row("id", branch, "size", (long) random.nextInt(5)));
            List<Long> advisers = new ArrayList<>();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                advisers.add(1L + database.count(ADVISER));
                String grade = random.nextInt(3) == 0 ? "senior" : "junior";
                database.add(
                        ADVISER, row("id", advisers.get(advisers.size() - 1), "branch_id", branch, "grade", grade));
            }
            for (int i = 0; i < CLIENTS; i++) {
                client(database, random, branch, advisers);
            }
        }
        return database;
    }

    private static void client(MemoryDatabase database, SplittableRandom random, long branch, List<Long> advisers) {
        long client = 1L + database.count(CLIENT);
        long account = client;
        database.add(CLIENT, row("id", client, "branch_id", branch, "age", 18L + random.nextInt(60)));
        database.add(ACCOUNT, row("id", account, "branch_id", branch, "rate", (long) random.nextInt(4)));
        database.add(HOLDER, row("id", account, "account_id", account, "client_id", client));
        for (int i = random.nextInt(4); i > 0; i--) {
            long adviser = advisers.get(random.nextInt(advisers.size()));
            long id = 1L + database.count(ADVICE);
            long minutes = 10L + random.nextInt(80);
            database.add(ADVICE, row("id", id, "client_id", client, "adviser_id", adviser, "minutes", minutes));
        }
        payments(database, random, account);
        visits(database, random, client);
    }

    private static void visits(MemoryDatabase database, SplittableRandom random, long client) {
        long[] favourites = random.longs(3, 1, MACHINES + 1).toArray();
        long day = FIRST_DAY;
        for (int i = 1 + random.nextInt(9); i > 0; i--) {
            long machine = random.nextInt(5) < 4 ? favourites[random.nextInt(3)] : 1 + random.nextInt(MACHINES);
            int reason = (int) (REASONS * Math.pow(random.nextDouble(), 3));
            long id = 1L + database.count(VISIT);
            database.add(
                    VISIT,
                    row(
                            "id",
                            id,
                            "client_id",
                            client,
                            "day",
                            day,
                            "machine_id",
                            machine,
                            "reason",
                            "R" + (100 + reason)));
            day += 1 + random.nextInt(20);
        }
    }

    private static void payments(MemoryDatabase database, SplittableRandom random, long account) {
        int payments = random.nextInt(10) < 6 ? USUAL : 2 + random.nextInt(USUAL - 2);
        long balance = 0;
        long day = FIRST_DAY + random.nextInt(500);
        for (int i = 0; i < payments; i++) {
            boolean in = i == 0 || balance < 500 || random.nextInt(5) < 2;
            long amount = in ? 500L + random.nextInt(3000) : 1L + random.nextInt((int) Math.min(2000, balance));
            balance += in ? amount : -amount;
            long id = 1L + database.count(PAYMENT);
            String kind = in ? "in" : "out";
            database.add(
                    PAYMENT,
                    row(
                            "id",
                            id,
                            "account_id",
                            account,
                            "day",
                            day,
                            "kind",
                            kind,
                            "amount",
                            amount,
                            "balance",
                            balance));
            day += 1 + random.nextInt(20);
        }
    }

    static LearnRequest request(MemoryDatabase database) {
        return Definitions.request(schema(), database);
    }
}
