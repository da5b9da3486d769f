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
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Forest;
import dev.understudy.model.LeafWeights;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Guests and members, of whom only members borrow, and a model that draws too few of their loans. */
class FanOutTiltTest {
    private static final TableName PERSON = new TableName("", "person");
    private static final TableName LOAN = new TableName("", "loan");
    private static final Schema SCHEMA = new Schema(
            Vendor.GENERIC,
            "1",
            "",
            List.of(table(PERSON, "id", INT, "member", INT), table(LOAN, "id", INT, "person_id", INT, "days", INT)),
            List.of(link("loan_person", LOAN, "person_id", PERSON)),
            List.of(),
            List.of());

    private static MemoryDatabase real;
    private static MemoryDatabase made;

    @BeforeAll
    static void learnBendAndGenerate() {
        real = rows();
        DatabaseModel learned =
                new DatabaseLearner(Definitions.request(SCHEMA, real, PERSON), LearnProgress.NONE).learn(real);
        Forest loans = learned.table(PERSON).orElseThrow().cascade().stream()
                .filter(column -> column.name().startsWith("<count "))
                .map(CascadeColumn::forest)
                .findFirst()
                .orElseThrow();
        double[] fewer = {1, 1, 0.5};
        DatabaseModel bent = learned.mapForests(forest -> forest == loans ? LeafWeights.of(forest, fewer) : forest);
        made = new MemoryDatabase();
        new DatabaseGenerator(bent, GenerateSettings.DEFAULT, GenerateProgress.NONE).generate(made);
    }

    @Test
    void loansAreAsManyAsThereWere() {
        assertThat(made.count(LOAN)).isEqualTo(real.count(LOAN));
    }

    @Test
    void guestsBorrowNothing() {
        Set<Object> guests = made.rows(PERSON).stream()
                .filter(person -> person.get("member").equals(0L))
                .map(person -> person.get("id"))
                .collect(Collectors.toSet());

        assertThat(guests).hasSizeGreaterThan(1000);
        assertThat(made.rows(LOAN)).noneMatch(loan -> guests.contains(loan.get("person_id")));
    }

    private static MemoryDatabase rows() {
        SplittableRandom random = new SplittableRandom(5);
        MemoryDatabase database = new MemoryDatabase();
        long id = 0;
        for (long person = 1; person <= 3000; person++) {
            long member = random.nextInt(2);
            database.add(PERSON, row("id", person, "member", member));
            if (member == 1 && random.nextInt(3) > 0) {
                database.add(LOAN, row("id", ++id, "person_id", person, "days", (long) random.nextInt(30)));
            }
        }
        return database;
    }
}
