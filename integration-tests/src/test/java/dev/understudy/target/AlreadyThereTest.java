package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A statement that a killed run may have executed is told from one that is wrong, in every vendor's words. */
class AlreadyThereTest {
    private static SQLException refused(String url, String sql) {
        try {
            Contents.execute(url, sql);
        } catch (SQLException e) {
            return e;
        }
        throw new AssertionError("It was not refused: " + sql);
    }

    @ParameterizedTest
    @EnumSource(DatabaseCase.class)
    void whatIsMadeAgainIsThere(DatabaseCase vendor) throws SQLException {
        String url = vendor.empty("there");
        String table = "CREATE TABLE thing (id int NOT NULL)";
        String index = "CREATE INDEX thing_id ON thing (id)";
        Contents.execute(url, table, index);

        assertThat(AlreadyThere.exists(refused(url, table))).isTrue();
        assertThat(AlreadyThere.isRepeated(refused(url, index))).isTrue();
        assertThat(AlreadyThere.isGone(refused(url, "DELETE FROM never_made"))).isTrue();
        assertThat(AlreadyThere.isRepeated(refused(url, "CREATE TABLE other (id int NOT")))
                .isFalse();
    }
}
