package dev.understudy.engine;

import static dev.understudy.engine.Definitions.DATE;
import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Workers hold one position after the other, each from the day on which the one before ended, and get a new salary every 365 days. Of
 * those who left, the last of both ends on the same day; of all others neither has an end.
 */
class PositionsTest {
    private static final TableName WORKER = new TableName("", "worker");
    private static final TableName POSITION = new TableName("", "position");
    private static final TableName SALARY = new TableName("", "salary");
    private static final int WORKERS = 3000;
    private static final long YEAR = 365;
    private static final long TODAY = LocalDate.of(2026, 5, 1).toEpochDay();
    private static final long OPEN = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final Schema SCHEMA = new Schema(
            Vendor.GENERIC,
            "1",
            "",
            List.of(
                    table(WORKER, "id", INT, "hired", DATE),
                    table(POSITION, "id", INT, "worker_id", INT, "since", DATE, "until", DATE, "grade", INT),
                    table(SALARY, "id", INT, "worker_id", INT, "since", DATE, "until", DATE, "amount", INT)),
            List.of(
                    link("position_worker", POSITION, "worker_id", WORKER),
                    link("salary_worker", SALARY, "worker_id", WORKER)),
            List.of(),
            List.of());

    private static MemoryDatabase real;
    private static MemoryDatabase made;

    @BeforeAll
    static void learnAndGenerate() {
        real = rows();
        made = Definitions.made(SCHEMA, real, WORKER);
    }

    @Test
    void eachPositionBeginsWhenTheOneBeforeEnds() {
        assertThat(contiguous(real, POSITION)).isEqualTo(1);
        assertThat(contiguous(made, POSITION)).isGreaterThan(0.99);
    }

    @Test
    void eachSalaryBeginsWhenTheOneBeforeEnds() {
        assertThat(contiguous(made, SALARY)).isGreaterThan(0.99);
    }

    @Test
    void salariesComeRegularly() {
        assertThat(regular(real)).isEqualTo(1);
        assertThat(regular(made)).isGreaterThan(0.97);
    }

    @Test
    void theLastSalaryEndsWithTheLastPosition() {
        Map<Object, List<long[]>> positions = periods(made, POSITION);
        Map<Object, List<long[]>> salaries = periods(made, SALARY);
        long both = positions.keySet().stream().filter(salaries::containsKey).count();
        long same = positions.entrySet().stream()
                .filter(worker -> salaries.containsKey(worker.getKey()))
                .filter(worker -> end(worker.getValue()) == end(salaries.get(worker.getKey())))
                .count();

        assertThat(both).isGreaterThan(9 * WORKERS / 10);
        assertThat((double) same / both).isGreaterThan(0.95);
    }

    @Test
    void asManyHaveLeft() {
        assertThat(open(made)).isBetween(open(real) - 0.04, open(real) + 0.04);
    }

    /** Share of the periods with a next one that end when it begins. */
    private static double contiguous(MemoryDatabase database, TableName table) {
        long all = 0;
        long follow = 0;
        for (List<long[]> periods : periods(database, table).values()) {
            for (int p = 1; p < periods.size(); p++) {
                all++;
                follow += periods.get(p - 1)[1] == periods.get(p)[0] ? 1 : 0;
            }
        }
        return (double) follow / all;
    }

    /** Share of the salaries with a next one that are a year apart. */
    private static double regular(MemoryDatabase database) {
        long all = 0;
        long regular = 0;
        for (List<long[]> periods : periods(database, SALARY).values()) {
            for (int p = 1; p < periods.size(); p++) {
                all++;
                regular += periods.get(p)[0] - periods.get(p - 1)[0] == YEAR ? 1 : 0;
            }
        }
        return (double) regular / all;
    }

    /** Share of the workers whose last position has no end. */
    private static double open(MemoryDatabase database) {
        return periods(database, POSITION).values().stream()
                .mapToInt(periods -> end(periods) == OPEN ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static long end(List<long[]> periods) {
        return periods.get(periods.size() - 1)[1];
    }

    /** Begin and end, in their order, by worker. */
    private static Map<Object, List<long[]>> periods(MemoryDatabase database, TableName table) {
        Map<Object, List<long[]>> periods = new TreeMap<>();
        for (Map<String, Object> one : database.rows(table)) {
            periods.computeIfAbsent(one.get("worker_id"), id -> new ArrayList<>())
                    .add(new long[] {(long) one.get("since"), (long) one.get("until")});
        }
        periods.values().forEach(all -> all.sort(Comparator.comparingLong(period -> period[0])));
        return periods;
    }

    private static MemoryDatabase rows() {
        SplittableRandom random = new SplittableRandom(5);
        MemoryDatabase database = new MemoryDatabase();
        long positions = 0;
        long salaries = 0;
        for (long worker = 1; worker <= WORKERS; worker++) {
            long hired = TODAY - 30 - random.nextInt(6000);
            database.add(WORKER, row("id", worker, "hired", hired));
            long left = random.nextInt(4) == 0 ? hired + 20 + random.nextLong(TODAY - hired - 20) : OPEN;
            long end = Math.min(left, TODAY);
            long grade = 1 + random.nextInt(3);
            long since = hired;
            while (since < end) {
                long next = since + 200 + random.nextInt(3000);
                long until = next < end ? next : left;
                database.add(
                        POSITION,
                        row("id", ++positions, "worker_id", worker, "since", since, "until", until, "grade", grade++));
                since = until;
            }
            long amount = 30_000 + random.nextInt(20_000);
            for (since = hired; since < end; since += YEAR) {
                long until = since + YEAR < end ? since + YEAR : left;
                amount += random.nextInt(3000);
                database.add(
                        SALARY,
                        row("id", ++salaries, "worker_id", worker, "since", since, "until", until, "amount", amount));
            }
        }
        return database;
    }
}
