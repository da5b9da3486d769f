package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.schema.TableName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies that no schema declares are found and kept. */
class FoundDependenciesTest {
    private static MemoryDatabase real;
    private static MemoryDatabase synthetic;

    @BeforeAll
    static void learnAndGenerate() {
        real = Careers.rows(3000, 5);
        synthetic = new MemoryDatabase();
        new DatabaseGenerator(
                        new DatabaseLearner(Careers.request(), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(synthetic);
    }

    @Test
    void aSumThatAlwaysHoldsHoldsInEveryRow() {
        assertThat(synthetic.rows(Careers.YEAR))
                .allMatch(row -> number(row, "work") + number(row, "leave") == number(row, "days"));
    }

    @Test
    void aProductThatAlwaysHoldsHoldsInEveryRow() {
        assertThat(share(
                        synthetic.rows(Careers.YEAR),
                        row -> number(row, "days") * number(row, "rate") == number(row, "pay")))
                .isEqualTo(1);
    }

    @Test
    void anOrderThatIsNeverBrokenIsNotBroken() {
        assertThat(share(synthetic.rows(Careers.YEAR), row -> number(row, "until") >= number(row, "since")))
                .isEqualTo(1);
    }

    @Test
    void peopleStayInTheirTownAsOftenAsTheyDid() {
        assertThat(staying(synthetic)).isCloseTo(staying(real), within(0.04));
    }

    @Test
    void reviewsAreOfTheOfficeOfTheirYear() {
        assertThat(agreeing(real)).isGreaterThan(0.85);
        assertThat(agreeing(synthetic)).isCloseTo(agreeing(real), within(0.03));
    }

    @Test
    void careersBeginInTheirFirstYear() {
        Map<Object, Integer> begun = new HashMap<>();
        synthetic
                .rows(Careers.PERSON)
                .forEach(row -> begun.put(
                        row.get("id"),
                        LocalDate.ofEpochDay(number(row, "begun")).getYear()));
        List<Map<String, Object>> firsts = new ArrayList<>();
        Object before = null;
        for (Map<String, Object> row : synthetic.rows(Careers.YEAR)) {
            if (!row.get("person_id").equals(before)) {
                firsts.add(row);
            }
            before = row.get("person_id");
        }
        assertThat(share(firsts, row -> number(row, "year") == begun.get(row.get("person_id"))))
                .isGreaterThan(0.95);
    }

    @Test
    void peopleBeginInSpring() {
        assertThat(share(synthetic.rows(Careers.PERSON), row -> {
                    int month = LocalDate.ofEpochDay(number(row, "begun")).getMonthValue();
                    return month >= 3 && month <= 5;
                }))
                .isGreaterThan(0.97);
    }

    @Test
    void whoIsWellPaidIsSoEachYear() {
        assertThat(likeness(real, Careers.YEAR, row -> number(row, "rate"))).isGreaterThan(0.9);
        assertThat(likeness(synthetic, Careers.YEAR, row -> number(row, "rate")))
                .isGreaterThan(0.8);
    }

    private static long number(Map<String, Object> row, String column) {
        return (Long) row.get(column);
    }

    private static double share(List<Map<String, Object>> rows, Predicate<Map<String, Object>> which) {
        return (double) rows.stream().filter(which).count() / rows.size();
    }

    private static double staying(MemoryDatabase database) {
        int same = 0;
        int all = 0;
        Map<String, Object> before = Map.of();
        for (Map<String, Object> row : database.rows(Careers.YEAR)) {
            if (row.get("person_id").equals(before.get("person_id"))) {
                all++;
                same += row.get("town").equals(before.get("town")) ? 1 : 0;
            }
            before = row;
        }
        return (double) same / all;
    }

    private static double agreeing(MemoryDatabase database) {
        Map<Object, Object> officeOf = new HashMap<>();
        database.rows(Careers.YEAR).forEach(row -> officeOf.put(row.get("id"), row.get("office_id")));
        return share(
                database.rows(Careers.REVIEW), row -> row.get("office_id").equals(officeOf.get(row.get("year_id"))));
    }

    /** Share of the variation of a number that lies between people. */
    private static double likeness(MemoryDatabase database, TableName table, ToDoubleFunction<Map<String, Object>> of) {
        Map<Object, List<Double>> byPerson = new HashMap<>();
        database.rows(table)
                .forEach(row -> byPerson.computeIfAbsent(row.get("person_id"), p -> new ArrayList<>())
                        .add(of.applyAsDouble(row)));
        double mean = database.rows(table).stream().mapToDouble(of).average().orElseThrow();
        double within = 0;
        double total = 0;
        for (List<Double> rates : byPerson.values()) {
            double own = rates.stream().mapToDouble(r -> r).average().orElseThrow();
            for (double rate : rates) {
                within += (rate - own) * (rate - own);
                total += (rate - mean) * (rate - mean);
            }
        }
        return 1 - within / total;
    }
}
