package dev.understudy.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.Inclusion;
import dev.understudy.data.LongVector;
import dev.understudy.data.TextVector;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFolderTest {
    private static final String SECRET = "Quackenbush";
    private static final TableName THING = new TableName("", "thing");

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void described(String columns) throws IOException {
        write("schema.json", "{\"tables\": {\"thing\": {\"columns\": {%s}}}}".formatted(columns));
    }

    /** The values of one column of one type, as they are held in memory; null where missing. */
    private List<Object> values(String type, String... fields) throws IOException {
        described("\"id\": \"int\", \"value\": \"%s\"".formatted(type));
        StringBuilder text = new StringBuilder("id,value\n");
        for (int i = 0; i < fields.length; i++) {
            text.append(i).append(',').append(fields[i]).append('\n');
        }
        write("thing.csv", text.toString());
        return values("value");
    }

    private List<Object> values(String column) {
        CsvFolder open = CsvFolder.open(folder);
        Table table = open.schema().table(THING).orElseThrow();
        List<Object> values = new ArrayList<>();
        try (SnapshotSource rows = open.rows(Duration.ofMinutes(1))) {
            rows.read(THING, List.of(table.column(column).orElseThrow()), batch -> {
                ColumnVector vector = batch.column(0);
                for (int row = 0; row < batch.rows(); row++) {
                    values.add(
                            vector.isNull(row)
                                    ? null
                                    : vector instanceof LongVector longs
                                            ? longs.get(row)
                                            : vector instanceof DoubleVector doubles
                                                    ? doubles.get(row)
                                                    : ((TextVector) vector).get(row));
                }
            });
        }
        return values;
    }

    @Test
    void fieldsAreReadAsTheirTypes() throws IOException {
        assertThat(values("bigint", "7", "-3", "12.0", "", "9223372036854775807"))
                .containsExactly(7L, -3L, 12L, null, Long.MAX_VALUE);
        assertThat(values("decimal(10,2)", "1.5", "-0.01", "1e2", "")).containsExactly(150L, -1L, 10_000L, null);
        assertThat(values("double precision", "1.5", "NaN", "-Infinity", ""))
                .containsExactly(1.5, Double.NaN, Double.NEGATIVE_INFINITY, null);
        assertThat(values("boolean", "true", "f", "1", "0.0", "")).containsExactly(1L, 0L, 1L, 0L, null);
        assertThat(values("date", "1970-01-02", "1969-12-31 00:00:00", "")).containsExactly(1L, -1L, null);
        assertThat(values("time", "00:00:01", "")).containsExactly(1_000_000L, null);
        assertThat(values("timestamp", "1970-01-01 00:00:01.5", "1970-01-01T00:00:01", "1970-01-02", ""))
                .containsExactly(1_500_000L, 1_000_000L, 86_400_000_000L, null);
        assertThat(values("timestamp with time zone", "1970-01-01 01:00:00+01", "1970-01-01T00:00:00Z"))
                .containsExactly(0L, 0L);
        assertThat(values("bytea", "\\xAB")).containsExactly("ab");
    }

    @Test
    void missingIsNotEmpty() throws IOException {
        assertThat(values("text", "", "\"\"", "\"a, \"\"b\"\"\nc\"", " blank ", "é"))
                .containsExactly(null, "", "a, \"b\"\nc", " blank ", "é");
    }

    @Test
    void aFileMayBeginWithAMarkAndHaveNoRows() throws IOException {
        described("\"id\": \"int\"");
        write("thing.csv", "\uFEFFID\n1\n\n3\n");
        assertThat(values("id")).containsExactly(1L, null, 3L);
        write("thing.csv", "id\r\n");
        assertThat(values("id")).isEmpty();
        write("thing.csv", "id");
        assertThat(values("id")).isEmpty();
    }

    @Test
    void samplesAreSpreadAndCounted() throws IOException {
        String[] fields = new String[10_000];
        Arrays.setAll(fields, String::valueOf);
        assertThat(values("int", fields)).hasSize(10_000).endsWith(9_999L);
        CsvFolder open = CsvFolder.open(folder);
        List<Long> sampled = new ArrayList<>();
        SnapshotSource rows = open.rows(Duration.ofMinutes(1));
        assertThat(rows.count(THING)).isEqualTo(10_000);
        rows.sample(THING, open.schema().tables().get(0).columns(), 100, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                sampled.add(batch.longs(1).get(row));
            }
        });
        assertThat(sampled).hasSize(100).contains(0L, 9_900L);
    }

    @Test
    void linksAreDescribed() throws IOException {
        write("schema.json", """
                {"tables": {
                   "order": {"columns": {"a": "int", "b": "int"}, "key": ["a", "b"], "unique": [["b"]]},
                   "line": {"columns": {"x": "int not null", "y": "int", "z": "int not null"}}},
                 "links": [{"from": ["line.x", "line.y"], "to": ["order.a", "order.b"]},
                           {"from": "line.z", "to": "order.b"}]}
                """);
        write("order.csv", "a,b\n1,2\n1,3\n");
        write("LINE.csv", "x,y,z\n1,2,2\n1,,3\n4,4,4\n");
        CsvFolder open = CsvFolder.open(folder);
        List<ForeignKey> links = open.schema().foreignKeys();
        assertThat(links).extracting(ForeignKey::name).containsExactly("line_x_y", "line_z");
        assertThat(links).extracting(ForeignKey::optional).containsExactly(true, false);
        Table order = open.schema().table(new TableName("", "order")).orElseThrow();
        assertThat(order.primaryKey().orElseThrow().columns()).containsExactly("a", "b");
        assertThat(order.column("a").orElseThrow().nullable()).isFalse();
        SnapshotSource rows = open.rows(Duration.ofMinutes(1));
        assertThat(rows.orphans(links.get(0))).isEqualTo(1);
        assertThat(rows.inclusion(links.get(1), 100, 100)).isEqualTo(new Inclusion(3, 2));
    }

    @Test
    void aFolderMayBeDescribedByOthers() throws IOException {
        values("int", "1");
        Files.move(folder.resolve("schema.json"), folder.resolve("elsewhere.json"));
        CsvFolder plain = CsvFolder.open(folder, SchemaFile.read(folder.resolve("elsewhere.json")));
        assertThat(plain.schema().table(THING).orElseThrow().columns()).hasSize(2);
        write("thing.csv", "value,more\n1,2\n");
        CsvFolder less = CsvFolder.open(folder, SchemaFile.read(folder.resolve("elsewhere.json")));
        assertThat(less.schema().table(THING).orElseThrow().columns()).hasSize(1);
        Files.delete(folder.resolve("thing.csv"));
        refused("No file of", () -> CsvFolder.open(folder, SchemaFile.read(folder.resolve("elsewhere.json"))));
    }

    @Test
    void badFilesAreRefusedInOneLine() throws IOException {
        refused("holds no schema.json", () -> CsvFolder.open(folder));
        described("\"id\": \"int\", \"value\": \"int\"");
        refused("there is no file thing.csv", () -> CsvFolder.open(folder));
        write("thing.csv", "");
        refused("is empty", () -> CsvFolder.open(folder));
        write("thing.csv", "id,ID\n");
        refused("each by another name", () -> CsvFolder.open(folder));
        write("thing.csv", "id,other\n");
        refused("has no column value", () -> CsvFolder.open(folder));
        write("thing.csv", "id,value\n1,2\n\n" + SECRET + ",3\n");
        refused("Line 4 of the file of thing: the field id is no int", () -> values("id"));
        write("thing.csv", "id,value\n1,2,3\n");
        refused("has 3 fields, but the first line names 2 columns", () -> values("id"));
        write("thing.csv", "id,value\n1,\"" + SECRET + "\n");
        refused("ends inside a field in double quotes", () -> values("id"));
        Files.write(folder.resolve("thing.csv"), "id,value\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));
        refused("not in UTF-8", () -> values("id"));
        write("thing.csv", "id,value\n");
        write("other.csv", "id\n");
        refused("describes no table for", () -> CsvFolder.open(folder));
    }

    @Test
    void aFieldWithoutEndDoesNotFillTheMemory() throws IOException {
        described("\"id\": \"int\", \"value\": \"text\"");
        write("thing.csv", "id,value\n1,\"" + "x".repeat(20_000_000) + "\"\n");
        refused("longer than 16 million characters", () -> values("value"));
    }

    @Test
    void badDescriptionsAreRefusedInOneLine() throws IOException {
        write("thing.csv", "id\n");
        write("schema.json", "{\"tables\": {");
        refused("is no JSON, at line 1", () -> CsvFolder.open(folder));
        write("schema.json", "[]");
        refused("must be an object", () -> CsvFolder.open(folder));
        write("schema.json", "{\"tables\": {\"thing\": {\"columns\": {\"id\": \"int\"}, \"keys\": [\"id\"]}}}");
        refused("unknown key keys in tables.thing", () -> CsvFolder.open(folder));
        described("\"id\": \"wholenumber\"");
        refused("the type of tables.thing.id is not known", () -> CsvFolder.open(folder));
        described("\"id\": \"int\", \"id\": \"int\"");
        refused("is no JSON", () -> CsvFolder.open(folder));
        write("schema.json", "{\"tables\": {\"thing\": {\"columns\": {\"id\": \"int\"}, \"key\": [\"no\"]}}}");
        refused("tables.thing.key names no, which is no column", () -> CsvFolder.open(folder));
        for (String link : List.of(
                "{\"from\": \"thing.id\", \"to\": \"other.id\"}",
                "{\"from\": \"thing.no\", \"to\": \"thing.id\"}",
                "{\"from\": \"thing.id\", \"to\": \"thing.id\"}",
                "{\"from\": [], \"to\": \"thing.id\"}",
                "7")) {
            write(
                    "schema.json",
                    "{\"tables\": {\"thing\": {\"columns\": {\"id\": \"int\"}}}, \"links\": [%s]}".formatted(link));
            refused("link 1", () -> CsvFolder.open(folder));
        }
    }

    private static void refused(String words, ThrowingCallable open) {
        assertThatThrownBy(open).isInstanceOfSatisfying(UnderstudyException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.USAGE);
            assertThat(refusal.getMessage()).contains(words).doesNotContain(SECRET, "\n");
        });
    }
}
