package dev.understudy.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Schema;
import dev.understudy.servers.DataSets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CrawlTimeTest {
    @Tag("acceptance")
    @Test
    void twoHundredTablesAreReadInSeconds() {
        String url = DataSets.postgres("netbox", "netbox_crawl");
        long start = System.nanoTime();

        Schema schema = EmptyCopy.read(url);

        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("189 tables of netbox read in %.2f s%n", seconds);
        assertThat(schema.tables()).hasSize(189);
        assertThat(schema.foreignKeys()).hasSize(380);
        assertThat(seconds).isLessThan(6);
    }
}
