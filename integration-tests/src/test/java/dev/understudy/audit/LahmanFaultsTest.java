package dev.understudy.audit;

import dev.understudy.benchmark.BenchmarkSet;
import dev.understudy.servers.DataSets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Faults in what baseball players did. */
@Tag("acceptance")
class LahmanFaultsTest extends RealFaultsContract {
    private static BenchmarkSet set;
    private static Families people;

    @BeforeAll
    static void readThePeople() {
        set = BenchmarkSet.read("lahman", DataSets.postgres("lahman", "faulty_lahman"), 2);
        people = Families.of(set, "people");
    }

    @Override
    BenchmarkSet set() {
        return set;
    }

    @Override
    Families families() {
        return people;
    }

    @Override
    List<String> tables() {
        return List.of("people", "batting");
    }

    @Override
    String category() {
        return "bats";
    }
}
