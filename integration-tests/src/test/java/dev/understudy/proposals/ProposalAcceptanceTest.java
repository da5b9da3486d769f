package dev.understudy.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.servers.DataSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links of real databases, found again without their declarations. Figures are written to {@code target/proposals.txt}. */
@Tag("acceptance")
class ProposalAcceptanceTest {
    private static final List<String> POSTGRES = List.of(
            "chinook", "northwind", "pagila", "employees", "lahman", "netbox", "omop54", "tpch_001", "gtfs_caltrain");

    private static final List<String> MARIADB = List.of("sakila");

    @Test
    void mostLinksAreFoundAndFewAreMadeUp() throws IOException {
        List<ProposalFigures> all = new ArrayList<>();
        for (String set : POSTGRES) {
            all.add(ProposalFigures.of("postgresql/" + set, DataSets.postgres(set, "propose_" + set)));
        }
        for (String set : MARIADB) {
            all.add(ProposalFigures.of("mariadb/" + set, DataSets.mariaDb(set, "propose_" + set)));
        }
        ProposalFigures pooled = ProposalFigures.pooled(all);
        List<String> lines = new ArrayList<>();
        all.forEach(figures -> lines.add(figures.line()));
        lines.add(pooled.line());
        pooled.wrong().forEach(link -> lines.add("wrong  " + link));
        pooled.missed().forEach(link -> lines.add("missed " + link));
        Files.write(Path.of("target", "proposals.txt"), lines);

        assertThat(pooled.precision()).as(String.join("\n", lines)).isGreaterThanOrEqualTo(0.9);
        assertThat(pooled.recall()).as(String.join("\n", lines)).isGreaterThanOrEqualTo(0.7);
    }
}
