package dev.understudy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriedLiteralsTest {
    private static final int TABLES = 40;

    private final List<String> questions = new ArrayList<>();

    /** Each has a key with a column that names tables. @param own true if a check says that it names its own */
    private static List<Table> tables(boolean own) {
        return IntStream.range(0, TABLES).mapToObj(i -> table(i, own)).toList();
    }

    private static Table table(int i, boolean checked) {
        return table("t" + i, "t" + i, checked);
    }

    private static Table table(String name, String named, boolean checked) {
        Column kind = Column.of("kind", ColumnType.of(TypeFamily.OTHER, "regclass"), false);
        Check own = new Check("own", "kind::oid = '\"s\".\"%s\"'::regclass::oid".formatted(named), true, "");
        return new Table(
                new TableName("s", name),
                TableKind.ORDINARY,
                List.of(kind),
                List.of(UniqueKey.of("key", true, List.of("kind"))),
                checked ? List.of(own) : List.of(),
                List.of(),
                List.of(),
                "",
                -1,
                "",
                "");
    }

    /** As PostgreSQL does it: a regclass reads names of tables, and numbers. */
    private List<Boolean> passes(Check check, Column column, List<String> texts) {
        questions.add(check.name() + " " + texts);
        return texts.stream()
                .map(text -> check.name().equals("own")
                        ? check.expression().contains("'" + text + "'")
                        : text.matches("\"s\"[.]\"t\\d+(_old)?\"|\\d+"))
                .toList();
    }

    private Set<String> found(List<Table> tables) {
        Schema schema = new Schema(Vendor.POSTGRESQL, "15", "s", tables, List.of(), List.of(), List.of());
        TriedLiterals literals = new TriedLiterals(schema, this::passes);
        Set<String> found = new TreeSet<>();
        for (Table table : tables) {
            literals.of(table, table.columns().get(0), false, 100).orElseThrow().forEach(found::add);
        }
        return found;
    }

    private static int forms() {
        return LiteralForms.of(table(0, false).columns().get(0).type()).size();
    }

    @Test
    void aTypeIsAskedOnceForTheFormsThatItReads() {
        assertThat(found(tables(true))).hasSize(TABLES).allMatch(text -> text.startsWith("\"s\".\"t"));
        assertThat(questions).hasSizeLessThan(forms() + 8 * TABLES);
    }

    @Test
    void manyTextsAreAskedForOnceToo() {
        assertThat(found(tables(false))).contains("\"s\".\"t0\"", "1", "99");
        assertThat(questions).doesNotHaveDuplicates().hasSizeLessThan(2 * forms() + TABLES);
    }

    @Test
    void theTableThatACheckNamesIsTried() {
        assertThat(found(List.of(table("t7_old", "t7", true)))).containsExactly("\"s\".\"t7\"");
    }
}
