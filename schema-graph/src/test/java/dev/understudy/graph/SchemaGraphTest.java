package dev.understudy.graph;

import static dev.understudy.graph.Shapes.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SchemaGraphTest {

    @Test
    void aRingIsBrokenAtItsNullableLink() {
        Shapes shapes = new Shapes()
                .table("department", 200, "id")
                .table("employee", 5000, "id")
                .optional("department.head", "employee")
                .link("employee.department", "department");

        SchemaGraph graph = shapes.graph();

        assertThat(graph.order()).containsExactly(name("department"), name("employee"));
        assertThat(graph.roleOf(shapes.linkOf("department", "head"))).isEqualTo(LinkRole.BROKEN);
        assertThat(graph.rings().get(0).required()).isFalse();
        assertThat(graph.owningLink(name("employee"))).isPresent();
    }

    @Test
    void aDeferrableLinkIsWeakerThanARequiredOne() {
        Shapes shapes = new Shapes()
                .table("a", 10, "id")
                .table("b", 10, "id")
                .link("a.b", "b")
                .deferrable("b.a", "a");

        SchemaGraph graph = shapes.graph();

        assertThat(graph.roleOf(shapes.linkOf("b", "a"))).isEqualTo(LinkRole.BROKEN);
        assertThat(graph.rings().get(0).required()).isFalse();
    }

    @Test
    void twoLinksOfOneRingAreBothBroken() {
        Shapes shapes = new Shapes()
                .table("customer", 500, "id")
                .table("address", 900, "id")
                .optional("customer.billing", "address")
                .optional("customer.shipping", "address")
                .link("address.customer", "customer");

        SchemaGraph graph = shapes.graph();

        assertThat(graph.rings().get(0).broken())
                .containsExactly(shapes.linkOf("customer", "billing"), shapes.linkOf("customer", "shipping"));
        assertThat(graph.subjectOf(name("address"))).isEqualTo(name("customer"));
    }

    @Test
    void aSharedPrimaryKeyIsAnExtensionOfItsParent() {
        SchemaGraph graph = new Shapes()
                .persons("patient", 500, "id")
                .table("allergy_card", 300, "patient_id")
                .oneToOne("allergy_card.patient_id", "patient")
                .graph();

        assertThat(graph.subjectOf(name("allergy_card"))).isEqualTo(name("patient"));
    }

    @Test
    void aUniqueLinkOfATableWithoutChildrenIsAnExtensionToo() {
        SchemaGraph graph = new Shapes()
                .persons("app_user", 500, "id")
                .table("profile", 500, "id")
                .unique("profile", "user_id")
                .oneToOne("profile.user_id", "app_user")
                .graph();

        assertThat(graph.subjectOf(name("profile"))).isEqualTo(name("app_user"));
    }

    @Test
    void aChosenSubjectThatDoesNotExistIsRefused() {
        Shapes shapes = new Shapes().table("a", 10, "id");

        assertThatThrownBy(() -> shapes.graph("nobody"))
                .isInstanceOf(UnderstudyException.class)
                .hasMessageContaining("s.nobody");
    }

    @Test
    void parentsComeBeforeChildrenAndOwnersFormNoCycle() {
        for (long seed = 1; seed <= 300; seed++) {
            Shapes shapes = randomShapes(new SplittableRandom(seed));

            SchemaGraph graph = shapes.graph();

            List<TableName> order = graph.order();
            assertThat(order)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            shapes.schema().tables().stream().map(t -> t.name()).toList());
            for (ForeignKey link : graph.links()) {
                LinkRole role = graph.roleOf(link);
                if (role == LinkRole.OWNING || role == LinkRole.REFERENCE) {
                    assertThat(order.indexOf(link.parent()))
                            .as("seed %d, %s", seed, link.name())
                            .isLessThan(order.indexOf(link.child()));
                }
            }
            for (TableName table : order) {
                assertThat(stepsToSubject(graph, table)).as("seed %d", seed).isEqualTo(graph.subjectOf(table));
            }
            assertThat(graph.order()).isEqualTo(shapes.graph().order());
        }
    }

    @Test
    void noRingIsBrokenAtMoreLinksThanNeeded() {
        for (long seed = 1; seed <= 300; seed++) {
            Shapes shapes = randomShapes(new SplittableRandom(seed));
            SchemaGraph graph = shapes.graph();
            for (Ring ring : graph.rings()) {
                for (ForeignKey link : ring.broken()) {
                    assertThat(reaches(graph, link.child(), link.parent(), new HashSet<>()))
                            .as("seed %d: %s closes a ring", seed, link.name())
                            .isTrue();
                }
            }
        }
    }

    private static boolean reaches(SchemaGraph graph, TableName from, TableName to, Set<TableName> seen) {
        if (from.equals(to)) {
            return true;
        }
        return seen.add(from)
                && graph.links().stream()
                        .filter(link -> link.parent().equals(from) && graph.roleOf(link) != LinkRole.BROKEN)
                        .anyMatch(link -> reaches(graph, link.child(), to, seen));
    }

    private static TableName stepsToSubject(SchemaGraph graph, TableName table) {
        TableName at = table;
        for (int step = 0; graph.owningLink(at).isPresent(); step++) {
            assertThat(step).isLessThan(graph.order().size());
            at = graph.owningLink(at).get().parent();
        }
        return at;
    }

    private static Shapes randomShapes(SplittableRandom random) {
        Shapes shapes = new Shapes();
        int tables = 1 + random.nextInt(12);
        for (int i = 0; i < tables; i++) {
            shapes.table("t" + i, random.nextInt(400), "id");
        }
        int links = random.nextInt(2 * tables);
        for (int i = 0; i < links; i++) {
            String from = "t" + random.nextInt(tables) + ".c" + i;
            String to = "t" + random.nextInt(tables);
            switch (random.nextInt(3)) {
                case 0 -> shapes.link(from, to);
                case 1 -> shapes.optional(from, to);
                default -> shapes.deferrable(from, to);
            }
        }
        return shapes;
    }
}
