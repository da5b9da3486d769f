package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.servers.PostgresServer;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from an answer, and from none. */
class AskedRowsTest {
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(Access.of(PostgresServer.shared().createDatabase("asked"), "", ""));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private boolean[] passes(String condition, long... values) {
        return new AskedRows(database)
                .passes(
                        new TableName("public", "t"),
                        condition,
                        List.of(Column.of("n", ColumnType.of(TypeFamily.INTEGER, "int"), true)),
                        new RowBatch(values.length, List.of(LongVector.wrap(values, new BitSet()))));
    }

    @Test
    void aRowThatAConditionFailsForIsBroken() {
        assertThat(passes("6 / n > 1", 3, 0, 6)).containsExactly(true, false, false);
    }

    @Test
    void aQuestionThatCannotBeAskedBreaksNoRow() {
        assertThat(passes("no_such_function(n)", 3, 0)).containsExactly(true, true);
    }

    /** Else rows would be left out, and a refresh would come to a good end with too few. */
    @Test
    void aLostConnectionSaysNothingOfTheRows() {
        assertThatThrownBy(() -> passes("pg_terminate_backend(pg_backend_pid()) AND n > 0", 3, 0))
                .isInstanceOfSatisfying(
                        UnderstudyException.class,
                        failure -> assertThat(failure.problem()).isIn(Problem.CONNECTION, Problem.FAILED));
        assertThatThrownBy(() -> passes("pg_cancel_backend(pg_backend_pid()) AND pg_sleep(1) IS NOT NULL AND n > 0", 3))
                .isInstanceOf(UnderstudyException.class);
    }
}
