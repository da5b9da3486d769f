package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.introspect.Introspection;
import dev.understudy.introspect.SchemaSelection;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Planner;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.Schema;
import dev.understudy.semantic.Meaning;
import dev.understudy.servers.DataSets;
import dev.understudy.vendor.Vendors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Columns of public databases whose meaning a person has told, and what a plan takes them for. Figures, every wrong answer
 * and every miss are written to {@code target/meanings.txt}.
 */
@Tag("acceptance")
class MeaningAcceptanceTest {

    @Test
    void columnsAreTakenForWhatTheyAre() throws IOException {
        List<Label> labels = Label.all();
        int told = 0;
        int right = 0;
        int meant = 0;
        int found = 0;
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        TreeSet<String> missedPersonal = new TreeSet<>();
        TreeSet<String> meanings = new TreeSet<>();
        for (String set : labels.stream().map(Label::set).distinct().toList()) {
            Map<String, String> planned = planned(set);
            for (Label label : labels) {
                if (!label.set().equals(set)) {
                    continue;
                }
                String answer = planned.getOrDefault(label.table() + "." + label.column(), "");
                meanings.add(answer);
                told += answer.isEmpty() ? 0 : 1;
                right += !answer.isEmpty() && label.accepts(answer) ? 1 : 0;
                meant += label.hasMeaning() ? 1 : 0;
                found += label.hasMeaning() && label.accepts(answer) ? 1 : 0;
                if (!answer.isEmpty() && !label.accepts(answer)) {
                    wrong.add("wrong  " + label + ", told " + answer);
                }
                if (label.hasMeaning() && answer.isEmpty()) {
                    missed.add("missed " + label);
                }
                if (label.right().stream().anyMatch(MeaningAcceptanceTest::isPersonal)
                        && (answer.isEmpty() || !isPersonal(answer))
                        && !label.accepts(answer)) {
                    missedPersonal.add("missed personal " + label + ", told " + answer);
                }
            }
        }
        double precision = (double) right / told;
        double recall = (double) found / meant;
        List<String> lines = new ArrayList<>();
        lines.add("%d columns, %d with a meaning; told %d; precision %.3f, recall %.3f; %d different meanings"
                .formatted(labels.size(), meant, told, precision, recall, meanings.size()));
        lines.addAll(wrong);
        lines.addAll(missed);
        lines.addAll(missedPersonal);
        Files.write(Path.of("target", "meanings.txt"), lines);

        assertThat(labels).hasSizeGreaterThanOrEqualTo(400);
        assertThat(precision).as(String.join("\n", lines)).isGreaterThanOrEqualTo(0.97);
        assertThat(recall).as(String.join("\n", lines)).isGreaterThanOrEqualTo(0.93);
        assertThat(missedPersonal).isEmpty();
    }

    private static boolean isPersonal(String word) {
        return !word.isEmpty()
                && !word.equals("none")
                && Meaning.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT))
                        .aboutPersons();
    }

    /** Checks that are not understood are of no interest here. */
    private static List<Boolean> none(Check check, Column column, List<String> texts) {
        return texts.stream().map(text -> false).toList();
    }

    /** What a plan says of each column, as a configuration writes it. */
    private static Map<String, String> planned(String set) {
        String url = DataSets.postgres(set, "meanings_" + set);
        try (Database database = Database.open(Access.of(url, "", "").asSource())) {
            Schema schema = database.with(
                    "Reading " + set, connection -> Introspection.read(connection, SchemaSelection.DEFAULT));
            try (SnapshotSource rows = Vendors.snapshot(database, schema.rowTables(), SnapshotSettings.DEFAULT)) {
                Plan plan = Planner.plan(schema, rows, PlanSettings.DEFAULT, MeaningAcceptanceTest::none);
                return plan.tables().stream()
                        .flatMap(table -> table.columns().stream()
                                .map(column -> Map.entry(
                                        table.name().name() + "." + column.name(),
                                        column.meaning()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, HashMap::new));
            }
        }
    }
}
