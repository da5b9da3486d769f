package dev.understudy.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.graph.GraphFacts;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.graph.TableFacts;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.servers.DataSets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Schemas as they are read, put in order. */
class DataSetGraphTest {
    @Test
    void paymentsBelongToCustomersThoughOnlyPartitionsDeclareThat() {
        String url = DataSets.postgres("pagila", "pagila_graph");
        OddCatalog.run(url, "ANALYZE");
        Schema schema = EmptyCopy.read(url);

        SchemaGraph graph = SchemaGraph.of(schema, facts(schema, Set.of("customer", "staff", "actor")), List.of());

        assertThat(graph.links().stream().filter(link -> link.child().name().equals("payment")))
                .extracting(link -> link.parent().name())
                .containsExactlyInAnyOrder("customer", "rental", "staff");
        assertThat(graph.owningLink(table("payment")).orElseThrow().parent()).isEqualTo(table("rental"));
        assertThat(graph.subjectOf(table("payment"))).isEqualTo(graph.subjectOf(table("customer")));
        assertThat(graph.order()).doesNotContain(table("payment_p2022_01"));
        for (ForeignKey link : graph.links()) {
            assertThat(graph.order().indexOf(link.parent()))
                    .isLessThanOrEqualTo(graph.order().indexOf(link.child()));
        }
    }

    private static TableName table(String name) {
        return new TableName("public", name);
    }

    private static GraphFacts facts(Schema schema, Set<String> personal) {
        return new GraphFacts(
                schema.rowTables().stream()
                        .collect(Collectors.toMap(
                                Table::name,
                                table -> new TableFacts(
                                        table.approximateRows(),
                                        table.approximateRows() <= 200
                                                && schema.foreignKeysOf(table.name())
                                                        .isEmpty(),
                                        personal.contains(table.name().name()),
                                        false))),
                Map.of());
    }
}
