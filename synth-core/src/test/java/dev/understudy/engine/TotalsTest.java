package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a parent says of its children is true of those that were made. */
class TotalsTest {
    private static MemoryDatabase real;
    private static MemoryDatabase synthetic;
    private static Map<Object, List<Map<String, Object>>> lines;

    @BeforeAll
    static void learnAndGenerate() {
        real = Invoices.rows(2000, 3);
        synthetic = new MemoryDatabase();
        new DatabaseGenerator(
                        new DatabaseLearner(Invoices.request(), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(synthetic);
        lines = by(synthetic, Invoices.LINE, "invoice_id");
    }

    @Test
    void anAmountIsTheSumOfWhatTheLinesCost() {
        assertThat(invoices(invoice -> lines.getOrDefault(invoice.get("id"), List.of()).stream()
                                .mapToLong(TotalsTest::cost)
                                .sum()
                        == number(invoice, "amount")))
                .isEqualTo(1);
    }

    @Test
    void linesAreCounted() {
        assertThat(invoices(invoice ->
                        lines.getOrDefault(invoice.get("id"), List.of()).size() == number(invoice, "lines")))
                .isEqualTo(1);
    }

    @Test
    void anInvoiceIsCompleteWithItsLastLine() {
        assertThat(invoices(invoice -> lines.getOrDefault(invoice.get("id"), List.of()).stream()
                                .mapToLong(line -> number(line, "delivered"))
                                .max()
                                .orElse(0)
                        == number(invoice, "complete")))
                .isEqualTo(1);
    }

    @Test
    void whatTheRowTellsFromAnAmountGoesWithIt() {
        assertThat(invoices(invoice -> number(invoice, "total")
                        == number(invoice, "amount") + number(invoice, "tax") + number(invoice, "freight")))
                .isEqualTo(1);
        assertThat(invoices(invoice -> Math.abs(number(invoice, "tax") * 5 - number(invoice, "amount")) <= 5))
                .isEqualTo(1);
    }

    @Test
    void sumsOfSumsHold() {
        Map<Object, List<Map<String, Object>>> invoices = by(synthetic, Invoices.INVOICE, "account_id");
        assertThat(synthetic.rows(Invoices.ACCOUNT))
                .allMatch(account -> invoices.getOrDefault(account.get("id"), List.of()).stream()
                                .mapToLong(invoice -> number(invoice, "total"))
                                .sum()
                        == number(account, "owes"));
    }

    @Test
    void otherChildrenSeeTheTotal() {
        Map<Object, List<Map<String, Object>>> invoices = by(synthetic, Invoices.INVOICE, "id");
        List<Map<String, Object>> payments = synthetic.rows(Invoices.PAYMENT);
        assertThat(payments).hasSizeGreaterThan(1000);
        assertThat(share(
                        payments,
                        payment -> number(payment, "paid")
                                == number(
                                        invoices.get(payment.get("invoice_id")).get(0), "total")))
                .isEqualTo(1);
    }

    @Test
    void totalsAreAsLargeAsTheyWere() {
        ToDoubleFunction<MemoryDatabase> mean = database -> database.rows(Invoices.INVOICE).stream()
                .mapToLong(row -> number(row, "amount"))
                .average()
                .orElseThrow();
        assertThat(mean.applyAsDouble(synthetic) / mean.applyAsDouble(real)).isCloseTo(1, within(0.1));
        assertThat(spread(synthetic) / spread(real)).isCloseTo(1, within(0.12));
    }

    @Test
    void whoDoesNotPayNeverDoes() {
        assertThat(likeness(real)).isGreaterThan(0.3);
        assertThat(likeness(synthetic)).isCloseTo(likeness(real), within(0.1));
    }

    /** Share of the variance of the payments of an invoice that lies between accounts. */
    private static double likeness(MemoryDatabase database) {
        Map<Object, List<Map<String, Object>>> of = by(database, Invoices.PAYMENT, "invoice_id");
        double all = 0;
        double squares = 0;
        double within = 0;
        int n = 0;
        int accounts = 0;
        for (List<Map<String, Object>> invoices :
                by(database, Invoices.INVOICE, "account_id").values()) {
            double[] counts = invoices.stream()
                    .mapToDouble(invoice ->
                            of.getOrDefault(invoice.get("id"), List.of()).size())
                    .toArray();
            double mean = Arrays.stream(counts).average().orElseThrow();
            for (double count : counts) {
                all += count;
                squares += count * count;
                within += (count - mean) * (count - mean);
            }
            n += counts.length;
            accounts++;
        }
        return 1 - within / (n - accounts) / ((squares - all * all / n) / (n - 1));
    }

    private static double spread(MemoryDatabase database) {
        List<Map<String, Object>> rows = database.rows(Invoices.INVOICE);
        double mean =
                rows.stream().mapToLong(row -> number(row, "amount")).average().orElseThrow();
        return Math.sqrt(rows.stream()
                .mapToDouble(row -> Math.pow(number(row, "amount") - mean, 2))
                .average()
                .orElseThrow());
    }

    private static long cost(Map<String, Object> line) {
        return (number(line, "quantity") * number(line, "price") * (100 - number(line, "discount")) + 50) / 100;
    }

    private static double invoices(Predicate<Map<String, Object>> which) {
        return share(synthetic.rows(Invoices.INVOICE), which);
    }

    private static double share(List<Map<String, Object>> rows, Predicate<Map<String, Object>> which) {
        return (double) rows.stream().filter(which).count() / rows.size();
    }

    private static Map<Object, List<Map<String, Object>>> by(MemoryDatabase database, TableName table, String column) {
        return database.rows(table).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(column), HashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private static long number(Map<String, Object> row, String column) {
        return (Long) row.get(column);
    }
}
