package dev.understudy.graph;

import static dev.understudy.graph.Shapes.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.ForeignKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Subjects and families of shapes that everybody knows: a music shop, a film rental, parts and orders, baseball. */
class KnownShapesTest {

    private static Shapes musicShop() {
        return new Shapes()
                .persons("employee", 8, "id")
                .persons("customer", 59, "id")
                .table("artist", 275, "id")
                .table("album", 347, "id")
                .lookup("genre", 25)
                .table("track", 3503, "id")
                .table("invoice", 412, "id")
                .table("invoice_line", 2240, "id")
                .table("playlist", 18, "id")
                .table("playlist_track", 8715, "playlist_id", "track_id")
                .optional("employee.reports_to", "employee")
                .optional("customer.support_rep_id", "employee")
                .link("album.artist_id", "artist")
                .optional("track.album_id", "album")
                .optional("track.genre_id", "genre")
                .link("invoice.customer_id", "customer")
                .link("invoice_line.invoice_id", "invoice")
                .link("invoice_line.track_id", "track")
                .link("playlist_track.playlist_id", "playlist")
                .link("playlist_track.track_id", "track");
    }

    private static Shapes filmRental() {
        return new Shapes()
                .table("store", 2, "store_id")
                .persons("staff", 2, "staff_id")
                .lookup("city", 600)
                .persons("address", 603, "address_id")
                .persons("customer", 599, "customer_id")
                .persons("actor", 200, "actor_id")
                .table("film", 1000, "film_id")
                .lookup("category", 16)
                .table("film_actor", 5462, "actor_id", "film_id")
                .table("film_category", 1000, "film_id", "category_id")
                .table("inventory", 4581, "inventory_id")
                .table("rental", 16044, "rental_id")
                .table("payment", 16049, "payment_id")
                .link("store.manager_staff_id", "staff")
                .link("staff.store_id", "store")
                .link("address.city_id", "city")
                .oneToOne("staff.address_id", "address")
                .oneToOne("store.address_id", "address")
                .oneToOne("customer.address_id", "address")
                .link("customer.store_id", "store")
                .link("film_actor.actor_id", "actor")
                .link("film_actor.film_id", "film")
                .oneToOne("film_category.film_id", "film")
                .link("film_category.category_id", "category")
                .link("inventory.film_id", "film")
                .link("inventory.store_id", "store")
                .link("rental.inventory_id", "inventory")
                .link("rental.customer_id", "customer")
                .link("rental.staff_id", "staff")
                .link("payment.customer_id", "customer")
                .oneToOne("payment.rental_id", "rental")
                .link("payment.staff_id", "staff");
    }

    private static Shapes partsAndOrders() {
        return new Shapes()
                .lookup("region", 5)
                .lookup("nation", 25)
                .table("supplier", 10_000, "s_key")
                .persons("customer", 150_000, "c_key")
                .table("part", 200_000, "p_key")
                .table("partsupp", 800_000, "ps_part", "ps_supp")
                .table("orders", 1_500_000, "o_key")
                .table("lineitem", 6_000_000, "l_order", "l_number")
                .link("supplier.s_nation", "nation")
                .link("customer.c_nation", "nation")
                .link("partsupp.ps_part", "part")
                .link("partsupp.ps_supp", "supplier")
                .link("orders.o_customer", "customer")
                .link("lineitem.l_order", "orders")
                .link("lineitem.l_part+l_supp", "partsupp");
    }

    private static Shapes baseball() {
        return new Shapes()
                .table("franchise", 120, "id")
                .persons("people", 20_000, "player")
                .table("teams", 3000, "year", "league", "team")
                .table("teams_half", 52, "year", "league", "team", "half")
                .table("batting", 112_000, "player", "year", "stint")
                .table("salaries", 26_000, "year", "team", "league", "player")
                .optional("teams.franchise", "franchise")
                .link("teams_half.year+league+team", "teams")
                .link("batting.player", "people")
                .optional("batting.year+league+team", "teams")
                .link("salaries.player", "people");
    }

    @Test
    void linesBelongToTheInvoicesOfACustomer() {
        SchemaGraph graph = musicShop().graph();

        assertThat(graph.mainSubjects()).contains(name("customer"), name("artist"));
        assertThat(graph.owningLink(name("invoice_line")).map(ForeignKey::parent))
                .contains(name("invoice"));
        assertThat(graph.subjectOf(name("invoice_line"))).isEqualTo(name("customer"));
        assertThat(graph.subjectOf(name("track"))).isEqualTo(name("artist"));
        assertThat(graph.owningLink(name("playlist_track")).map(ForeignKey::parent))
                .contains(name("track"));
    }

    @Test
    void aHandfulOfEmployeesOwnsNobody() {
        Shapes shapes = musicShop();

        SchemaGraph graph = shapes.graph();

        assertThat(graph.owningLink(name("customer"))).isEmpty();
        assertThat(graph.roleOf(shapes.linkOf("customer", "support_rep_id"))).isEqualTo(LinkRole.REFERENCE);
        assertThat(graph.roleOf(shapes.linkOf("employee", "reports_to"))).isEqualTo(LinkRole.SELF);
    }

    @Test
    void rentalsAndPaymentsBelongToCustomersAndCopiesToFilms() {
        SchemaGraph graph = filmRental().graph();

        assertThat(graph.mainSubjects()).contains(name("customer"), name("film"));
        assertThat(graph.subjectOf(name("rental"))).isEqualTo(name("customer"));
        assertThat(graph.subjectOf(name("payment"))).isEqualTo(name("customer"));
        assertThat(graph.ownedBy(name("film")))
                .containsExactlyInAnyOrder(name("inventory"), name("film_actor"), name("film_category"));
    }

    @Test
    void anAddressDescribesItsCustomerAndDoesNotOwnIt() {
        Shapes shapes = filmRental();

        SchemaGraph graph = shapes.graph();

        assertThat(graph.subjectOf(name("customer"))).isEqualTo(name("customer"));
        assertThat(graph.roleOf(shapes.linkOf("customer", "address_id"))).isEqualTo(LinkRole.REFERENCE);
    }

    @Test
    void storesAndTheirManagersFormARequiredRing() {
        SchemaGraph graph = filmRental().graph();

        assertThat(graph.rings()).hasSize(1);
        Ring ring = graph.rings().get(0);
        assertThat(ring.tables()).containsExactly(name("staff"), name("store"));
        assertThat(ring.broken()).hasSize(1);
        assertThat(ring.required()).isTrue();
    }

    @Test
    void partsAndOrdersHaveThreeSubjects() {
        Shapes shapes = partsAndOrders();

        SchemaGraph graph = shapes.graph();

        assertThat(graph.subjectOf(name("lineitem"))).isEqualTo(name("customer"));
        assertThat(graph.subjectOf(name("partsupp"))).isEqualTo(name("part"));
        assertThat(graph.subjects()).contains(name("customer"), name("part"), name("supplier"));
        assertThat(graph.roleOf(shapes.linkOf("lineitem", "l_part"))).isEqualTo(LinkRole.REFERENCE);
    }

    @Test
    void seasonsBelongToPlayers() {
        SchemaGraph graph = baseball().graph("people", "teams");

        assertThat(graph.mainSubjects()).containsExactly(name("people"), name("teams"));
        assertThat(graph.subjectOf(name("batting"))).isEqualTo(name("people"));
        assertThat(graph.subjectOf(name("salaries"))).isEqualTo(name("people"));
        assertThat(graph.subjectOf(name("teams_half"))).isEqualTo(name("teams"));
    }

    @Test
    void noLinkAscendsAboveAChosenSubject() {
        SchemaGraph graph = musicShop().graph("album");

        assertThat(graph.owningLink(name("album"))).isEmpty();
        assertThat(graph.subjectOf(name("invoice_line"))).isEqualTo(name("album"));
        assertThat(List.of(graph.subjectOf(name("artist")))).containsExactly(name("artist"));
    }
}
