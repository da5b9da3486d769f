package dev.understudy.commandline;

import dev.understudy.schema.Vendor;

class H2TableCommentsTest extends TableCommentsContract {
    H2TableCommentsTest() {
        super(DatabaseCase.H2, Vendor.H2);
    }
}
