package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.learn.LearnRequest;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.SplittableRandom;

/** Candidates who stand in some years, one after the other, in a table without a key; each year has its number of voters. */
final class Ballots {
    static final TableName CANDIDATE = new TableName("", "candidate");
    static final TableName BALLOT = new TableName("", "ballot");

    private static final int CANDIDATES = 1000;
    private static final int YEARS = 40;

    private Ballots() {}

    static Schema schema() {
        Table ballot = table(BALLOT, "candidate_id", INT, "voters", INT, "votes", INT, "year", INT);
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(table(CANDIDATE, "id", INT, "age", INT), Table.of(BALLOT, ballot.columns(), List.of())),
                List.of(link("ballot_candidate", BALLOT, "candidate_id", CANDIDATE)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        long[] voters = random.longs(YEARS, 100, 600).toArray();
        for (long candidate = 1; candidate <= CANDIDATES; candidate++) {
            database.add(CANDIDATE, row("id", candidate, "age", 30L + random.nextInt(40)));
            int year = random.nextInt(YEARS);
            for (int times = random.nextInt(7); times >= 0 && year < YEARS; times--) {
                database.add(
                        BALLOT,
                        row(
                                "candidate_id",
                                candidate,
                                "voters",
                                voters[year],
                                "votes",
                                (long) random.nextInt((int) voters[year]),
                                "year",
                                1980L + year));
                year += 1 + random.nextInt(2);
            }
        }
        return database;
    }

    static LearnRequest request(MemoryDatabase database) {
        return Definitions.request(schema(), database);
    }
}
