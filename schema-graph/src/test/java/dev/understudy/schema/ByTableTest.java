package dev.understudy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByTableTest {
    private static final TableName A = new TableName("s", "a");
    private static final TableName B = new TableName("s", "b");
    private static final TableName C = new TableName("s", "c");

    private static ForeignKey link(String name, TableName child, TableName parent) {
        return ForeignKey.of(name, child, parent, List.of(new ForeignKey.ColumnPair("x", "id")), true);
    }

    @Test
    void linksAreFoundByEitherEndInTheirOrder() {
        List<ForeignKey> links = List.of(link("one", A, B), link("two", A, C), link("three", B, C), link("own", C, C));

        List<ForeignKey> found = ByTable.of(links, List.of(ForeignKey::child, ForeignKey::parent));

        assertThat(found).isEqualTo(links).hasSameHashCodeAs(links);
        assertThat(ByTable.find(found, 0, A)).containsExactly(links.get(0), links.get(1));
        assertThat(ByTable.find(found, 1, C)).containsExactly(links.get(1), links.get(2), links.get(3));
        assertThat(ByTable.find(found, 1, A)).isEmpty();
    }
}
