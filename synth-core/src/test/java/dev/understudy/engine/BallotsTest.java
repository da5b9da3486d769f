package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Forest;
import dev.understudy.model.LeafWeights;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Half of the candidates are voted on, each once a year, for some years; no key says so, and ballots were read in no order. The
 * model draws too few who are voted on, and for too few years.
 */
class BallotsTest {
    private static final TableName CANDIDATE = new TableName("", "candidate");
    private static final TableName BALLOT = new TableName("", "ballot");
    private static final int CANDIDATES = 6000;
    private static final Schema SCHEMA = new Schema(
            Vendor.GENERIC,
            "1",
            "",
            List.of(
                    table(CANDIDATE, "id", INT, "born", INT),
                    table(BALLOT, "id", INT, "candidate_id", INT, "year", INT, "votes", INT)),
            List.of(link("ballot_candidate", BALLOT, "candidate_id", CANDIDATE)),
            List.of(),
            List.of());

    private static MemoryDatabase real;
    private static MemoryDatabase made;

    @BeforeAll
    static void learnBendAndGenerate() {
        real = rows();
        DatabaseModel learned =
                new DatabaseLearner(Definitions.request(SCHEMA, real, CANDIDATE), LearnProgress.NONE).learn(real);
        made = new MemoryDatabase();
        new DatabaseGenerator(bent(learned), GenerateSettings.DEFAULT, GenerateProgress.NONE).generate(made);
    }

    @Test
    void ballotsAreOneAYear() {
        long steps = 0;
        long single = 0;
        for (TreeSet<Long> years : years(made).values()) {
            for (long year : years) {
                steps += years.lower(year) == null ? 0 : 1;
                single += years.contains(year - 1) ? 1 : 0;
            }
        }

        assertThat(steps).isGreaterThan(8000);
        assertThat((double) single / steps).isGreaterThan(0.97);
        assertThat(years(made).values().stream().mapToLong(TreeSet::size).sum())
                .isGreaterThan(97 * made.count(BALLOT) / 100);
    }

    @Test
    void asManyAreVotedOn() {
        assertThat((double) years(made).size())
                .isBetween(0.97 * years(real).size(), 1.03 * years(real).size());
    }

    @Test
    void theyAreVotedOnForAsLong() {
        assertThat(length(made)).isBetween(0.97 * length(real), 1.03 * length(real));
    }

    private static DatabaseModel bent(DatabaseModel learned) {
        List<Forest> bent = new ArrayList<>();
        learned.table(CANDIDATE).orElseThrow().cascade().forEach(column -> {
            if (column.name().startsWith("<any ")) {
                bent.add(column.forest());
            } else if (column.name().startsWith("<last ")) {
                bent.add(column.relatives().get(0).forest());
            }
        });
        assertThat(bent).hasSize(2);
        return learned.mapForests(forest -> bent.stream().anyMatch(one -> one == forest) ? fewer(forest) : forest);
    }

    /** The same with the last half of the codes half as frequent. */
    private static Forest fewer(Forest forest) {
        double[] weights = new double[1000];
        for (int code = 0; code < weights.length; code++) {
            weights[code] = code == 0 ? 1 : 1.0 / (1 + 0.3 * code);
        }
        return LeafWeights.of(forest, weights);
    }

    private static Map<Object, TreeSet<Long>> years(MemoryDatabase database) {
        Map<Object, TreeSet<Long>> years = new TreeMap<>();
        for (Map<String, Object> ballot : database.rows(BALLOT)) {
            years.computeIfAbsent(ballot.get("candidate_id"), id -> new TreeSet<>())
                    .add((Long) ballot.get("year"));
        }
        return years;
    }

    /** Mean number of years from the first to the last ballot. */
    private static double length(MemoryDatabase database) {
        return years(database).values().stream()
                .mapToLong(years -> years.last() - years.first())
                .average()
                .orElse(0);
    }

    private static MemoryDatabase rows() {
        SplittableRandom random = new SplittableRandom(11);
        MemoryDatabase database = new MemoryDatabase();
        List<Map<String, Object>> ballots = new ArrayList<>();
        for (long candidate = 1; candidate <= CANDIDATES; candidate++) {
            long born = 1880 + random.nextInt(90);
            database.add(CANDIDATE, row("id", candidate, "born", born));
            long years = random.nextInt(2) * (1 + random.nextInt(10));
            long first = born + 40 + random.nextInt(6);
            for (long year = first; year < first + years; year++) {
                ballots.add(row("candidate_id", candidate, "year", year, "votes", (long) random.nextInt(300)));
            }
        }
        Collections.shuffle(ballots, new Random(3));
        long id = 0;
        for (Map<String, Object> ballot : ballots) {
            ballot.put("id", ++id);
            database.add(BALLOT, ballot);
        }
        return database;
    }
}
