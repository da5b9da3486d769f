package dev.understudy.clone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.job.DemoJob;
import dev.understudy.job.RunProgress;
import dev.understudy.job.RunResult;
import dev.understudy.job.RunSettings;
import dev.understudy.job.TableResult;
import dev.understudy.plan.PlanSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how fast the demo's shop is cloned from file to file: cold, then warm. */
@Tag("bench")
class CloneRateTest {
    @Test
    void theDemosShop(@TempDir Path folder) {
        for (String how : new String[] {"cold", "warm"}) {
            RunResult result = DemoJob.run(folder, RunSettings.DEFAULT, PlanSettings.DEFAULT, RunProgress.NONE)
                    .result();

            assertThat(result.isViolated()).isFalse();
            long rows =
                    result.tables().stream().mapToLong(TableResult::targetRows).sum();
            double seconds = result.seconds().get("total");
            System.out.printf("%s: %,d rows, %,.0f rows/s, %s%n", how, rows, rows / seconds, result.seconds());
        }
    }
}
