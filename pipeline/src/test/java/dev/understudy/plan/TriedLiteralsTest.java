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

    /** Each has a key with a column that names the table itself, and a check that says so. */
    private static final List<Table> ALL =
            IntStream.range(0, TABLES).mapToObj(TriedLiteralsTest::table).toList();

    private final List<String> questions = new ArrayList<>();

    private static Table table(int i) {
        Column kind = Column.of("kind", ColumnType.of(TypeFamily.OTHER, "regclass"), false);
        Check own = new Check("own", "kind::oid = '\"s\".\"t%d\"'::regclass::oid".formatted(i), true, "");
        return new Table(
                new TableName("s", "t" + i),
                TableKind.ORDINARY,
                List.of(kind),
                List.of(UniqueKey.of("key", true, List.of("kind"))),
                List.of(own),
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
                        : text.matches("\"s\"[.]\"t\\d+\"|\\d+"))
                .toList();
    }

    @Test
    void aTypeIsAskedOnceForTheFormsThatItReads() {
        Schema schema = new Schema(Vendor.POSTGRESQL, "15", "s", ALL, List.of(), List.of(), List.of());
        TriedLiterals literals = new TriedLiterals(schema, this::passes);
        Set<String> found = new TreeSet<>();
        for (Table table : ALL) {
            literals.of(table, table.columns().get(0), false, 100).orElseThrow().forEach(found::add);
        }

        assertThat(found).hasSize(TABLES).allMatch(text -> text.startsWith("\"s\".\"t"));
        int forms = LiteralForms.of(ALL.get(0).columns().get(0).type()).size();
        assertThat(questions).hasSizeLessThan(forms + 8 * TABLES);
    }
}
