package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows that are written part by part, several parts at once, and by more than one run. */
class PartsTest {
    private static final GenerateSettings SETTINGS = new GenerateSettings(40, Map.of(), 5, 2);
    private static DatabaseModel model;
    private static MemoryDatabase whole;

    @BeforeAll
    static void learnAndGenerate() {
        LearnSettings settings = LearnSettings.DEFAULT.withThreads(1);
        model = new DatabaseLearner(Shop.request(settings), LearnProgress.NONE).learn(Shop.rows(400, 7));
        whole = new MemoryDatabase();
        generator(GenerateProgress.NONE).generate(whole);
    }

    private static DatabaseGenerator generator(GenerateProgress progress) {
        return new DatabaseGenerator(model, SETTINGS, progress);
    }

    private static void assertWhole(PartedDatabase target) {
        for (Table table : Shop.schema().tables()) {
            assertThat(target.rows(table.name())).as(table.name().name()).isEqualTo(whole.rows(table.name()));
        }
        assertThat(target.finished())
                .containsExactlyInAnyOrderElementsOf(
                        Shop.schema().tables().stream().map(Table::name).toList());
    }

    @Test
    void partsOfOneTableMakeUpTheSameTable() {
        PartedDatabase target = new PartedDatabase(3, 5_000);
        Map<TableName, Long> written = generator(GenerateProgress.NONE).generate(target);
        assertThat(target.parts(Shop.CUSTOMER)).isEqualTo(2);
        assertThat(target.parts(Shop.ORDER)).isGreaterThan(3);
        assertWhole(target);
        assertThat(written.get(Shop.ORDER))
                .isEqualTo((long) whole.rows(Shop.ORDER).size());
    }

    @Test
    void aRunThatFailsAgainAndAgainEndsWithTheSameRows() {
        PartedDatabase target = new PartedDatabase(2, 5_000);
        int failures = 0;
        for (boolean done = false; !done; ) {
            target.failAfter(2);
            try {
                generator(GenerateProgress.NONE).generate(target);
                done = true;
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("The database went away.");
                failures++;
            }
        }
        assertThat(failures).isGreaterThan(3);
        assertWhole(target);
    }

    @Test
    void tablesThatAreTooLargeToKeepAreTheSame() {
        PartedDatabase target = new PartedDatabase(2, 5_000);
        new DatabaseGenerator(model, SETTINGS.withKeptRows(1), GenerateProgress.NONE).generate(target);
        assertWhole(target);
    }

    @Test
    void whatIsThereIsNotWrittenAgain() {
        PartedDatabase target = new PartedDatabase(1, 5_000);
        target.failAfter(4);
        assertThatThrownBy(() -> generator(GenerateProgress.NONE).generate(target))
                .isInstanceOf(IllegalStateException.class);
        long before = Shop.schema().tables().stream()
                .mapToLong(table -> target.rows(table.name()).size())
                .sum();
        target.failAfter(Integer.MAX_VALUE);
        List<Long> told = new ArrayList<>();
        generator(new GenerateProgress() {
                    @Override
                    public void wrote(TableName table, long rows) {
                        told.add(rows);
                    }

                    @Override
                    public void finished(TableName table, long rows) {
                        assertThat(rows)
                                .as(table.name())
                                .isEqualTo(whole.rows(table).size());
                    }
                })
                .generate(target);
        assertThat(before).isPositive();
        assertThat(told).isNotEmpty();
        assertWhole(target);
    }
}
