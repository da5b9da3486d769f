package dev.understudy.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.TableName;
import org.junit.jupiter.api.Test;

class TableTimesTest {
    private static final TableName SLOW = new TableName("", "slow");
    private static final TableName QUICK = new TableName("", "quick");

    @Test
    void tablesThatAreWrittenSideBySideHaveTimesOfTheirOwn() throws InterruptedException {
        TableTimes times = new TableTimes(RunProgress.NONE);
        times.writing(SLOW, 1_000);
        Thread.sleep(200);
        times.writing(QUICK, 1_000);
        times.finished(SLOW, 1_000);
        times.finished(QUICK, 1_000);

        assertThat(times.rowsPerSecond(SLOW)).isLessThanOrEqualTo(5_000);
        assertThat(times.rowsPerSecond(QUICK)).isGreaterThan(times.rowsPerSecond(SLOW));
    }
}
