package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.model.DatabaseModel;
import dev.understudy.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What hangs together though no key says so, and what goes on from row to row. */
class BankTest {
    private static MemoryDatabase real;
    private static DatabaseModel model;
    private static MemoryDatabase synthetic;

    @BeforeAll
    static void learn() {
        real = Bank.rows(3);
        model = new DatabaseLearner(Bank.request(real), LearnProgress.NONE).learn(real);
        synthetic = rows(GenerateSettings.DEFAULT);
    }

    private static MemoryDatabase rows(GenerateSettings settings) {
        MemoryDatabase made = new MemoryDatabase();
        new DatabaseGenerator(model, settings, GenerateProgress.NONE).generate(made);
        return made;
    }

    @Test
    void bothSidesOfAJunctionHangOnOneRow() {
        assertThat(ofOneBranch(real, Bank.ADVICE, "client_id", Bank.CLIENT, "adviser_id", Bank.ADVISER))
                .isEqualTo(1);
        assertThat(ofOneBranch(synthetic, Bank.ADVICE, "client_id", Bank.CLIENT, "adviser_id", Bank.ADVISER))
                .isEqualTo(1);
    }

    @Test
    void oneToOneStaysSoAmongKin() {
        assertThat(synthetic.rows(Bank.HOLDER).stream().map(row -> row.get("client_id")))
                .doesNotHaveDuplicates()
                .hasSize(real.rows(Bank.HOLDER).size());
        assertThat(ofOneBranch(synthetic, Bank.HOLDER, "client_id", Bank.CLIENT, "account_id", Bank.ACCOUNT))
                .isGreaterThan(0.9);
    }

    @Test
    void balancesGoOnByTheAmountAndItsSign() {
        assertThat(goOn(real)).isEqualTo(1);
        assertThat(goOn(synthetic)).isGreaterThan(0.99);
    }

    @Test
    void aUsualNumberOfChildrenStaysUsual() {
        for (int seed = 0; seed < 4; seed++) {
            MemoryDatabase few = rows(GenerateSettings.DEFAULT.withScale(0.1).withSeed(seed));
            assertThat(usual(few)).isBetween(usual(real) - 0.15, usual(real) + 0.15);
        }
    }

    /** Share of the rows whose two parents hang on one branch. */
    private static double ofOneBranch(
            MemoryDatabase database, TableName table, String one, TableName first, String other, TableName second) {
        Map<Object, Object> ofFirst = branches(database, first);
        Map<Object, Object> ofSecond = branches(database, second);
        return database.rows(table).stream()
                .mapToInt(row -> ofFirst.get(row.get(one)).equals(ofSecond.get(row.get(other))) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static Map<Object, Object> branches(MemoryDatabase database, TableName table) {
        Map<Object, Object> branches = new HashMap<>();
        database.rows(table).forEach(row -> branches.put(row.get("id"), row.get("branch_id")));
        return branches;
    }

    /** Share of the payments after which the balance is what it was before, plus or minus the amount. */
    private static double goOn(MemoryDatabase database) {
        Map<Object, List<Map<String, Object>>> byAccount =
                database.rows(Bank.PAYMENT).stream().collect(Collectors.groupingBy(row -> row.get("account_id")));
        int all = 0;
        int right = 0;
        for (List<Map<String, Object>> payments : byAccount.values()) {
            long balance = 0;
            for (Map<String, Object> payment : payments) {
                long amount = (Long) payment.get("amount");
                balance += payment.get("kind").equals("in") ? amount : -amount;
                right += balance == (Long) payment.get("balance") ? 1 : 0;
                balance = (Long) payment.get("balance");
                all++;
            }
        }
        return (double) right / all;
    }

    /** Share of the accounts with the usual number of payments. */
    private static double usual(MemoryDatabase database) {
        Map<Object, Long> counts = database.rows(Bank.PAYMENT).stream()
                .collect(Collectors.groupingBy(row -> row.get("account_id"), Collectors.counting()));
        return counts.values().stream().filter(count -> count == Bank.USUAL).count()
                / (double) database.rows(Bank.ACCOUNT).size();
    }
}
