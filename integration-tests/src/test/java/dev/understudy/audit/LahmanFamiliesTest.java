package dev.understudy.audit;

import dev.understudy.benchmark.BenchmarkSet;
import dev.understudy.servers.DataSets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Baseball players with all that they ever did. */
@Tag("acceptance")
class LahmanFamiliesTest extends PlantedFamiliesContract {
    private static Families people;

    @BeforeAll
    static void readThePeople() {
        people = Families.of(BenchmarkSet.read("lahman", DataSets.postgres("lahman", "audited_lahman"), 2), "people");
    }

    @Override
    Families families() {
        return people;
    }
}
