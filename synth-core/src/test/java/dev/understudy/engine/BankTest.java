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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Test
    void whoComesAgainComesToWhereTheyWereBefore() {
        double before = visitedBefore(real);
        assertThat(before).isGreaterThan(0.3);
        assertThat(visitedBefore(synthetic)).isBetween(before - 0.05, before + 0.05);
        double spread = spread(real);
        assertThat(spread(synthetic)).isBetween(0.8 * spread, 1.25 * spread);
    }

    @Test
    void madeUpCodesAddNothingToFrequentOnes() {
        Map<Object, Long> counts = counts(real, Bank.VISIT, "reason");
        double share = frequent(real, counts);
        assertThat(share).isBetween(0.3, 0.9);
        assertThat(frequent(synthetic, counts)).isBetween(share - 0.04, share + 0.04);
    }

    private static Map<Object, Long> counts(MemoryDatabase database, TableName table, String column) {
        return database.rows(table).stream()
                .collect(Collectors.groupingBy(row -> row.get(column), Collectors.counting()));
    }

    /** Share of the visits with a reason of which the source has twenty. */
    private static double frequent(MemoryDatabase database, Map<Object, Long> counts) {
        return database.rows(Bank.VISIT).stream()
                .mapToInt(row -> counts.getOrDefault(row.get("reason"), 0L) >= 20 ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /** Share of the visits to a machine where the client was before. */
    private static double visitedBefore(MemoryDatabase database) {
        Map<Object, Set<Object>> visited = new HashMap<>();
        return database.rows(Bank.VISIT).stream()
                .mapToInt(row -> visited.computeIfAbsent(row.get("client_id"), client -> new HashSet<>())
                                .add(row.get("machine_id"))
                        ? 0
                        : 1)
                .average()
                .orElseThrow();
    }

    /** Standard deviation of the visits of each machine. */
    private static double spread(MemoryDatabase database) {
        Map<Object, Long> visits = counts(database, Bank.VISIT, "machine_id");
        double mean = (double) database.count(Bank.VISIT) / database.count(Bank.MACHINE);
        double squares = database.rows(Bank.MACHINE).stream()
                .mapToDouble(row -> visits.getOrDefault(row.get("id"), 0L) - mean)
                .map(off -> off * off)
                .average()
                .orElseThrow();
        return Math.sqrt(squares);
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
        Map<Object, Long> counts = counts(database, Bank.PAYMENT, "account_id");
        return counts.values().stream().filter(count -> count == Bank.USUAL).count()
                / (double) database.rows(Bank.ACCOUNT).size();
    }
}
