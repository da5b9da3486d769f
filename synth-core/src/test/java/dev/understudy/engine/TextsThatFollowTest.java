package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.semantic.Change;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts that nobody declared to follow from others do so in new rows. */
class TextsThatFollowTest {
    private static MemoryDatabase real;
    private static List<Map<String, Object>> members;
    private static List<Map<String, Object>> orders;

    @BeforeAll
    static void learnAndGenerate() {
        real = Members.rows(2000);
        MemoryDatabase synthetic = new MemoryDatabase();
        new DatabaseGenerator(
                        new DatabaseLearner(Members.request(), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(synthetic);
        members = synthetic.rows(Members.MEMBER);
        orders = synthetic.rows(Members.ORDER);
    }

    private static String text(Map<String, Object> row, String column) {
        return (String) row.get(column);
    }

    @Test
    void aFullNameIsTheTwoNames() {
        assertThat(members)
                .allMatch(row -> text(row, "full_name").equals(text(row, "first_name") + " " + text(row, "last_name")));
    }

    @Test
    void anAddressAgreesWithTheNameAndIsUnique() {
        assertThat(members)
                .allMatch(row -> text(row, "email")
                        .startsWith(Change.FOLDED.apply(text(row, "first_name")) + "."
                                + Change.FOLDED.apply(text(row, "last_name"))));
        assertThat(members).allMatch(row -> text(row, "email").contains("example."));
        assertThat(members.stream().map(row -> row.get("email"))).doesNotHaveDuplicates();
    }

    @Test
    void anOrderRepeatsTheAddressOfItsMember() {
        Map<Object, Object> addresses = new HashMap<>();
        members.forEach(row -> addresses.put(row.get("id"), row.get("email")));

        assertThat(orders).isNotEmpty();
        assertThat(orders).allMatch(row -> addresses.get(row.get("member_id")).equals(row.get("contact_email")));
    }

    @Test
    void aNumberHoldsTheYearOfItsOwnDateAndCounts() {
        assertThat(orders).allMatch(row -> {
            int year = LocalDate.ofEpochDay((Long) row.get("ordered")).getYear();
            return text(row, "order_number").matches("ORD-%d-\\d{6}".formatted(year));
        });
        assertThat(orders.stream().map(row -> row.get("order_number"))).doesNotHaveDuplicates();
        assertThat(members)
                .allMatch(row -> text(row, "number")
                        .startsWith("M-"
                                + LocalDate.ofEpochDay((Long) row.get("joined")).getYear() + "-"));
    }

    @Test
    void aSlugFollowsItsTitle() {
        assertThat(orders).allMatch(row -> text(row, "slug").equals(Change.SLUG.apply(text(row, "title"))));
    }

    @Test
    void namesFitTheGenderAndTheCountry() {
        Map<String, Set<String>> names = new HashMap<>();
        members.forEach(row ->
                names.computeIfAbsent(text(row, "gender"), g -> new HashSet<>()).add(text(row, "first_name")));
        Set<String> both = new HashSet<>(names.get("M"));
        both.retainAll(names.get("F"));

        assertThat(both).isEmpty();
        assertThat(names.get("M").size() + names.get("F").size()).isGreaterThan(200);
        long germans = members.stream()
                .filter(row -> text(row, "country").equals("Germany"))
                .filter(row -> text(row, "first_name").toLowerCase(Locale.ROOT).contains("ü")
                        || text(row, "last_name").matches(".*(sch|ei|mann).*"))
                .count();
        long italians = members.stream()
                .filter(row -> text(row, "country").equals("Italy"))
                .filter(row -> text(row, "last_name").matches(".*(sch|ei|mann).*"))
                .count();
        assertThat(germans).isGreaterThan(10 * Math.max(1, italians));
    }

    @Test
    void noNameOfTheSourceComesBackButByChance() {
        Set<Object> known = new HashSet<>();
        real.rows(Members.MEMBER).forEach(row -> known.addAll(List.of(row.get("email"), row.get("full_name"))));

        assertThat(members).noneMatch(row -> known.contains(row.get("email")) || known.contains(row.get("full_name")));
    }
}
