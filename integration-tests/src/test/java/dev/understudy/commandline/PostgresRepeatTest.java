package dev.understudy.commandline;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresRepeatTest extends RepeatContract {
    PostgresRepeatTest() {
        super(DatabaseCase.POSTGRESQL);
    }

    @Override
    String wroteName(String table) {
        return "public." + table;
    }

    @Test
    void rowsThatAnEarlierVersionSignedAreKnown() throws SQLException {
        String target = DatabaseCase.POSTGRESQL.empty("signed_by_text");
        cloning(target).done();
        Contents.execute(
                target,
                "UPDATE understudy_table SET checksum = (SELECT sum(hashtextextended("
                        + "concat_ws('|', happening::text, id::text), 0)::numeric) FROM audit_log)"
                        + " WHERE table_name = 'audit_log'");

        cloning(target).done();

        Contents.execute(target, "UPDATE understudy_table SET checksum = '1' WHERE table_name = 'audit_log'");
        cloning(target).refused(2, "were changed by others since run");
    }
}
