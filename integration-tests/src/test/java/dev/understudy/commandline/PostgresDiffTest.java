package dev.understudy.commandline;

import java.util.List;

class PostgresDiffTest extends DiffContract {
    PostgresDiffTest() {
        super(DatabaseCase.POSTGRESQL);
    }

    @Override
    List<String> alterations() {
        return List.of(
                "ALTER TABLE sale ALTER COLUMN kind TYPE varchar(20)",
                "ALTER TABLE shop ALTER COLUMN amount SET NOT NULL",
                "ALTER TABLE shop DROP CONSTRAINT shop_name",
                "ALTER TABLE sale DROP CONSTRAINT sale_code",
                "ALTER TABLE sale DROP CONSTRAINT sale_shop",
                "ALTER TABLE sale DROP CONSTRAINT sale_guide",
                "DROP INDEX shop_by_extra");
    }
}
