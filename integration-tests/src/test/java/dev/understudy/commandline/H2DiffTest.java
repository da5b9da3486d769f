package dev.understudy.commandline;

import java.util.List;

class H2DiffTest extends DiffContract {
    H2DiffTest() {
        super(DatabaseCase.H2);
    }

    @Override
    List<String> alterations() {
        return List.of(
                "ALTER TABLE sale ALTER COLUMN kind SET DATA TYPE varchar(20)",
                "ALTER TABLE shop ALTER COLUMN amount SET NOT NULL",
                "ALTER TABLE shop DROP CONSTRAINT shop_name",
                "ALTER TABLE sale DROP CONSTRAINT sale_code",
                "ALTER TABLE sale DROP CONSTRAINT sale_shop",
                "ALTER TABLE sale DROP CONSTRAINT sale_guide",
                "DROP INDEX shop_by_extra");
    }

    @Override
    List<String> sameColumnOtherwise() {
        return List.of("DROP INDEX shop_by_extra", "CREATE INDEX shop_by_extra ON shop (extra DESC)");
    }
}
