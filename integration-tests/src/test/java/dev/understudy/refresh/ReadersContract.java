package dev.understudy.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Readers of a target never see an empty, partial or mixed state while it is refreshed. */
abstract class ReadersContract extends RefreshCase {
    abstract int readers();

    /** How often the rows are replaced while readers look. */
    int refreshes() {
        return 1;
    }

    /** SQL states by which the vendor asks a reader to begin again. */
    abstract Set<String> retried();

    @Test
    void nobodySeesAnythingButTheOldRowsOrTheNewOnes() throws Exception {
        learn();
        String target = target();
        generate(target, 1).done();
        prepare(target);
        Set<String> states = new LinkedHashSet<>(List.of(state(target)));
        Readers all = new Readers(target, readers(), looks(), retried());
        try {
            all.lookAgain();
            for (int seed = 2; seed < 2 + refreshes(); seed++) {
                generate(target, seed).done();
                states.add(state(target));
                all.lookAgain();
            }
        } finally {
            all.end();
        }
        System.out.printf(
                "%s: %d looks of %d readers, the longest %d ms, %d begun again%n",
                getClass().getSimpleName(), all.looks(), readers(), all.longestLook(), all.repeats());
        assertThat(all.failures()).isEmpty();
        assertThat(states).hasSize(1 + refreshes());
        assertThat(all.seen()).as("what readers saw").isEqualTo(new java.util.TreeSet<>(states));
    }
}
