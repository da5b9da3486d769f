package dev.understudy.commandline;

import dev.understudy.schema.Vendor;

class PostgresTableCommentsTest extends TableCommentsContract {
    PostgresTableCommentsTest() {
        super(DatabaseCase.POSTGRESQL, Vendor.POSTGRESQL);
    }
}
