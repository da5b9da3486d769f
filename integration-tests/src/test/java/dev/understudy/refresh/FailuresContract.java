package dev.understudy.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.CommandProcess;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Refreshes that are killed, lose their connections or have their statements cancelled, at random moments: the target is
 * always the old one or the new one, with all that hangs on its tables, and the next run can begin.
 */
abstract class FailuresContract extends RefreshCase {
    private static final int SEEDS = 3;
    private static final int KILLED = 137;

    /** Two moments in five lie right after the exchange, which few of the others hit. */
    private static final List<String> HOWS = List.of(
            "killed",
            "connection lost",
            "statement cancelled",
            "killed after the exchange",
            "connection lost after the exchange");

    private Random random;
    private String target;
    private String err = "";
    private final Map<Integer, String> states = new TreeMap<>();

    /** All definitions of the users' objects. */
    abstract List<String> catalog(String target) throws SQLException;

    /** Ends all other sessions in the target, or only what they do now. */
    abstract void disturb(String target, boolean end) throws SQLException;

    /** True if nobody holds the lock of a run. */
    abstract boolean isUnlocked(String target) throws SQLException;

    /** In four parts, which {@code -Dfailures.part} takes one at a time. */
    @ParameterizedTest
    @Tag("acceptance")
    @ValueSource(ints = {1, 2, 3, 4})
    void aHundredRefreshesThatDie(int part) throws Exception {
        Assumptions.assumeTrue(Integer.getInteger("failures.part", part) == part, "Another part is asked for");
        die(part, 25);
    }

    private void die(int randomSeed, int rounds) throws Exception {
        random = new Random(randomSeed);
        learn();
        target = target();
        generate(target, 0).done();
        prepare(target);
        List<String> catalog = catalog(target);
        for (int seed = SEEDS - 1; seed >= 0; seed--) {
            generate(target, seed).done();
            states.put(seed, state(target));
        }
        assertThat(states.values()).doesNotHaveDuplicates();
        int before = 0;
        Map<String, Integer> ends = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            int seed = (before + 1 + random.nextInt(SEEDS - 1)) % SEEDS;
            String how = HOWS.get(round % HOWS.size());
            int status = dying(how, seed);
            awaitUnlocked();
            String state = state(target);
            assertThat(state).as("round %d, %s", round, how).isIn(states.get(before), states.get(seed));
            ends.merge(
                    "%s, %s%s"
                            .formatted(
                                    status == 0 ? how + " too late" : how,
                                    state.equals(states.get(seed)) ? "new" : "old",
                                    told(status)),
                    1,
                    Integer::sum);
            if (status == 0 || how.endsWith("after the exchange")) {
                assertThat(state).isEqualTo(states.get(seed));
            }
            if (how.equals("connection lost after the exchange")) {
                assertThat(told(status)).as("round %d: %s", round, err).isEqualTo(" (status 0, DONE)");
            }
            before = state.equals(states.get(seed)) ? seed : before;
            assertSame(catalog, "round %d, %s".formatted(round, how));
        }
        System.out.println(getClass().getSimpleName() + ": " + ends);
        generate(target, (before + 1) % SEEDS).done();
        assertThat(state(target)).isEqualTo(states.get((before + 1) % SEEDS));
        assertSame(catalog, "after all");
        assertThat(remains(target)).as("what stands beside").isEmpty();
    }

    private void assertSame(List<String> before, String when) throws SQLException {
        List<String> after = catalog(target);
        List<String> added = new ArrayList<>(after);
        before.forEach(added::remove);
        List<String> lost = new ArrayList<>(before);
        after.forEach(lost::remove);
        assertThat(lost).as("%s: what is gone; new is %s", when, added).isEmpty();
        assertThat(added).as("%s: what is new", when).isEmpty();
    }

    abstract String remains(String target) throws SQLException;

    /** @return exit status; 137 if it was killed */
    private int dying(String how, int seed) throws Exception {
        if (how.startsWith("killed")) {
            try (CommandProcess process = CommandProcess.start(folder, Map.of(), words(target, seed))) {
                process.awaitLine("Preparing");
                if (how.equals("killed")) {
                    Thread.sleep(random.nextInt(3_500));
                } else {
                    awaitNew(seed);
                    Thread.sleep(random.nextInt(100));
                }
                return process.kill();
            }
        }
        AtomicReference<CommandLineRun> ended = new AtomicReference<>();
        Thread run = new Thread(() -> ended.set(generate(target, seed)), "dying run");
        run.start();
        if (how.endsWith("after the exchange")) {
            awaitNew(seed);
            for (int i = 0; i < 10 && run.isAlive(); i++) {
                disturb(target, true);
                run.join(random.nextInt(60));
            }
            run.join();
            err = ended.get().err();
            return ended.get().status();
        }
        Thread.sleep(random.nextInt(900));
        while (run.isAlive()) {
            disturb(target, how.equals("connection lost"));
            run.join(150);
        }
        err = ended.get().err();
        return ended.get().status();
    }

    private void awaitNew(int seed) throws Exception {
        for (int i = 0; !state(target).equals(states.get(seed)); i++) {
            assertThat(i).as("looks for the new rows").isLessThan(2_000);
            Thread.sleep(10);
        }
    }

    /** What the run itself and the ledger said. */
    private String told(int status) throws SQLException {
        String ledger = DecoratedShop.ask(target, "SELECT state FROM understudy_run ORDER BY started_at DESC LIMIT 1");
        return status == KILLED ? "" : " (status %d, %s)".formatted(status, ledger);
    }

    private void awaitUnlocked() throws Exception {
        for (int i = 0; i < 200; i++) {
            if (isUnlocked(target)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The lock is still held");
    }
}
