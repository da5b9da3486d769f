package dev.understudy.engine;

import static dev.understudy.engine.Definitions.DATE;
import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.TEXT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.graph.GraphFacts;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.graph.TableFacts;
import dev.understudy.learn.LearnRequest;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.TableMode;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * People and their years, with dependencies that nobody declares: most stay in the town of the year before, paid leave and
 * work make the days, pay is days times rate, the well-paid are so each year, they begin in spring, and the end of a year's
 * contract is never before its beginning.
 */
final class Careers {
    static final TableName PERSON = new TableName("", "person");
    static final TableName YEAR = new TableName("", "working_year");
    static final TableName OFFICE = new TableName("", "office");
    static final TableName REVIEW = new TableName("", "review");
    static final int TOWNS = 120;
    private static final int OFFICES = 900;

    private static final ColumnType MONEY =
            ColumnType.of(TypeFamily.DECIMAL, "numeric(10,2)").withPrecision(10, 2);

    private Careers() {}

    static Schema schema() {
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(OFFICE, "id", INT, "floors", INT),
                        table(PERSON, "id", INT, "begun", DATE, "grade", TEXT),
                        table(REVIEW, "id", INT, "year_id", INT, "office_id", INT, "stars", INT),
                        table(
                                YEAR,
                                "id",
                                INT,
                                "person_id",
                                INT,
                                "office_id",
                                INT,
                                "year",
                                INT,
                                "town",
                                TEXT,
                                "work",
                                INT,
                                "leave",
                                INT,
                                "days",
                                INT,
                                "rate",
                                MONEY,
                                "pay",
                                MONEY,
                                "since",
                                DATE,
                                "until",
                                DATE)),
                List.of(
                        link("review_office", REVIEW, "office_id", OFFICE),
                        link("review_year", REVIEW, "year_id", YEAR),
                        link("year_office", YEAR, "office_id", OFFICE),
                        link("year_person", YEAR, "person_id", PERSON)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(int people, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        for (long o = 1; o <= OFFICES; o++) {
            database.add(OFFICE, row("id", o, "floors", 1L + random.nextInt(9)));
        }
        long id = 0;
        for (long p = 1; p <= people; p++) {
            int first = 1990 + random.nextInt(25);
            LocalDate begun = LocalDate.of(first, 3 + random.nextInt(3), 1 + random.nextInt(28));
            database.add(
                    PERSON,
                    row("id", p, "begun", begun.toEpochDay(), "grade", random.nextInt(3) == 0 ? "senior" : "junior"));
            long rate = 2000 + 100L * random.nextInt(80);
            String town = "Town " + random.nextInt(TOWNS);
            int years = 1 + random.nextInt(8);
            for (int y = 0; y < years; y++) {
                town = random.nextDouble() < 0.8 ? town : "Town " + random.nextInt(TOWNS);
                long office = 1 + random.nextInt(OFFICES);
                long work = 60 + random.nextInt(160);
                long leave = 5 + random.nextInt(30);
                long since = LocalDate.of(first + y, 1, 1).toEpochDay() + random.nextInt(200);
                long perDay = rate + 10L * random.nextInt(20);
                database.add(
                        YEAR,
                        row(
                                "id",
                                ++id,
                                "person_id",
                                p,
                                "office_id",
                                office,
                                "year",
                                (long) first + y,
                                "town",
                                town,
                                "work",
                                work,
                                "leave",
                                leave,
                                "days",
                                work + leave,
                                "rate",
                                perDay,
                                "pay",
                                (work + leave) * perDay,
                                "since",
                                since,
                                "until",
                                since + random.nextInt(160)));
                if (random.nextDouble() < 0.7) {
                    database.add(
                            REVIEW,
                            row(
                                    "id",
                                    id,
                                    "year_id",
                                    id,
                                    "office_id",
                                    random.nextDouble() < 0.9 ? office : 1L + random.nextInt(OFFICES),
                                    "stars",
                                    1L + random.nextInt(5)));
                }
            }
        }
        return database;
    }

    static LearnRequest request() {
        Map<TableName, TableFacts> tables = new HashMap<>();
        tables.put(PERSON, new TableFacts(3000, false, true, false));
        tables.put(YEAR, new TableFacts(13000, false, false, false));
        tables.put(REVIEW, new TableFacts(9000, false, false, false));
        tables.put(OFFICE, new TableFacts(OFFICES, false, false, false));
        Map<TableName, TableMode> modes = new HashMap<>();
        schema().tables().forEach(table -> modes.put(table.name(), TableMode.SYNTHESIZE));
        SchemaGraph graph = SchemaGraph.of(schema(), new GraphFacts(tables, Map.of()), List.of());
        return new LearnRequest(schema(), graph, modes, Map.of(), Map.of(), Map.of(), LearnSettings.DEFAULT);
    }
}
