package dev.understudy.commandline;

import dev.understudy.schema.Vendor;

class MariaDbTableCommentsTest extends TableCommentsContract {
    MariaDbTableCommentsTest() {
        super(DatabaseCase.MARIADB, Vendor.MARIADB);
    }
}
