package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.data.RowSink;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.TargetDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs leave behind that fail, are killed or given up: the old rows, or nothing; and the next run may begin. */
abstract class TargetRecovery extends TargetRefusals {
    @Test
    void aReplacingLoadThatFailsLeavesTheOldRows() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        List<String> before = contents();

        Target second = inspect(TargetSettings.DEFAULT);
        second.begin(record());
        ShopRows rows = new ShopRows(shop(), SIZE, "two");
        rows.writeCustomers(second.sink());
        assertThatThrownBy(() -> rows.writeCustomers(second.sink())).isInstanceOf(UnderstudyException.class);
        second.abandon("the generator failed");

        assertThat(contents()).isEqualTo(before);
        assertThat(runs()).extracting(PastRun::state).containsExactly(RunState.FAILED, RunState.DONE);
        assertThat(fill(inspect(TargetSettings.DEFAULT), "three").verification().violations())
                .isEmpty();
    }

    @Test
    void aReplacingLoadThatGaveATableUpCannotBeCompleted() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        List<String> before = contents();

        Target second = inspect(TargetSettings.DEFAULT);
        second.begin(record());
        try (RowSink.TableWriter writer = second.sink().open(shop().customer(), shop().customerColumns())) {
            assertThat(writer).isNotNull();
        }
        assertThatThrownBy(() -> second.complete(() -> {})).isInstanceOf(UnderstudyException.class);
        second.abandon("a table was given up");

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aReplacingLoadWithAnOrphanLeavesTheOldRows() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        List<String> before = contents();

        Target second = inspect(TargetSettings.DEFAULT);
        second.begin(record());
        ShopRows rows = new ShopRows(shop(), SIZE, "two");
        rows.writeCustomers(second.sink());
        rows.writeOrdersWithOrphan(second.sink());
        rows.writeItems(second.sink());
        TargetOutcome outcome = second.complete(() -> {});

        assertThat(outcome.verification().violations())
                .containsExactly(new Violation(Violation.Kind.LINK, shop().target("orders") + ".order_customer", 1));
        assertThat(outcome.kept()).isFalse();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aKilledReplacingRunLeavesTheOldRowsAndCanBeRepeated() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        refusingTrigger(shop(), "customer").forEach(this::execute);
        List<String> before = contents();

        Target second = inspect(TargetSettings.DEFAULT);
        second.begin(record());
        new ShopRows(shop(), SIZE, "two").writeCustomers(second.sink());
        kill(second);

        assertThat(contents()).isEqualTo(before);
        Target third = inspect(TargetSettings.DEFAULT);
        assertThat(third.situation()).isEqualTo(Situation.REPLACED);
        assertThat(fill(third, "three").verification().violations()).isEmpty();
        assertTriggerRefuses();
    }

    @Test
    void aKilledFirstRunCanBeRepeated() {
        Target first = inspect(TargetSettings.DEFAULT);
        first.begin(record());
        new ShopRows(shop(), SIZE, "one").writeCustomers(first.sink());
        kill(first);

        Target second = inspect(TargetSettings.DEFAULT);
        assertThat(second.situation()).isEqualTo(Situation.CONTINUED);
        TargetOutcome outcome = fill(second, "two");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
        assertThat(contents()).hasSize(3 * SIZE);
        assertThat(runs()).extracting(PastRun::state).containsExactly(RunState.DONE, RunState.FAILED);
    }

    @Test
    void aRunThatIsKilledAmongItsDefinitionsCanBeRepeated() {
        List<DdlStatement> statements = new ArrayList<>(shop().definition().in(Phase.BEFORE_LOAD));
        statements.add(
                statements.size() - 1, new DdlStatement(Phase.BEFORE_LOAD, "odd", "CREATE TABLE odd (a no_such)"));
        Target first = inspect(TargetSettings.DEFAULT, new TargetDefinition(statements, List.of()));
        assertThatThrownBy(() -> first.begin(record())).isInstanceOf(UnderstudyException.class);
        kill(first);

        Target second = inspect(TargetSettings.DEFAULT);
        assertThat(second.situation()).isEqualTo(Situation.CONTINUED);
        TargetOutcome outcome = fill(second, "two");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
    }

    @Test
    void anAbandonedFirstRunLeavesNothingBehind() {
        Target first = inspect(TargetSettings.DEFAULT);
        first.begin(record());
        new ShopRows(shop(), SIZE, "one").writeCustomers(first.sink());
        first.abandon("cancelled");

        Target second = inspect(TargetSettings.DEFAULT);
        assertThat(second.situation()).isEqualTo(Situation.FRESH);
        assertThat(fill(second, "two").failures()).isEmpty();
    }

    @Test
    void aRefusedDefinitionTakesBackWhatWasMade() {
        List<DdlStatement> statements = new ArrayList<>(shop().definition().in(Phase.BEFORE_LOAD));
        statements.add(new DdlStatement(Phase.BEFORE_LOAD, "public.odd", "CREATE TABLE odd (a no_such_type)"));
        Target first = inspect(TargetSettings.DEFAULT, new TargetDefinition(statements, List.of()));

        assertThatThrownBy(() -> first.begin(record()))
                .isInstanceOf(UnderstudyException.class)
                .hasMessageContaining("public.odd");
        first.abandon("a definition was refused");

        assertThat(inspect(TargetSettings.DEFAULT).situation()).isEqualTo(Situation.FRESH);
    }

    @Test
    void aKilledRunOnAnExistingSchemaGetsEverythingBackAtTheNext() {
        makeSchemaByHand(Phase.values());
        refusingTrigger(shop(), "customer").forEach(this::execute);
        Target first = inspect(existing());
        first.begin(record());
        new ShopRows(shop(), SIZE, "one").writeCustomers(first.sink());
        kill(first);

        Target second = inspect(existing());
        assertThat(second.situation()).isEqualTo(Situation.CONTINUED);
        TargetOutcome outcome = fill(second, "two");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
        assertTriggerRefuses();
        assertThatThrownBy(() ->
                        execute("UPDATE " + shop().quoted("orders") + " SET " + shop().quote("customer_id") + " = 999"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anAbandonedRunOnAnExistingSchemaLeavesItEmptyAndWhole() {
        makeSchemaByHand(Phase.values());
        refusingTrigger(shop(), "customer").forEach(this::execute);
        Target first = inspect(existing());
        first.begin(record());
        new ShopRows(shop(), SIZE, "one").writeOrdersWithOrphan(first.sink());
        first.abandon("cancelled");

        assertThat(contents()).isEmpty();
        assertTriggerRefuses();
        assertThat(inspect(existing()).situation()).isEqualTo(Situation.EMPTY);
    }

    @Test
    void aLinkThatOneRunCouldNotPutBackIsPutBackByTheNext() {
        makeSchemaByHand(Phase.values());
        Target first = inspect(existing());
        first.begin(record());
        ShopRows rows = new ShopRows(shop(), SIZE, "one");
        rows.writeCustomers(first.sink());
        rows.writeOrdersWithOrphan(first.sink());
        rows.writeItems(first.sink());
        assertThat(first.complete(() -> {}).verification().violations())
                .containsExactly(new Violation(Violation.Kind.LINK, shop().target("orders") + ".order_customer", 1));

        Target second = inspect(existing());
        assertThat(second.situation()).isEqualTo(Situation.REPLACED);
        assertThat(fill(second, "two").verification().violations()).isEmpty();
        assertThatThrownBy(() ->
                        execute("UPDATE " + shop().quoted("orders") + " SET " + shop().quote("customer_id") + " = 999"))
                .isInstanceOf(AssertionError.class);
    }
}
