package dev.understudy.commandline;

import java.util.List;

class MariaDbDiffTest extends DiffContract {
    MariaDbDiffTest() {
        super(DatabaseCase.MARIADB);
    }

    @Override
    List<String> alterations() {
        return List.of(
                "ALTER TABLE sale MODIFY COLUMN kind varchar(20)",
                "ALTER TABLE shop MODIFY COLUMN amount int NOT NULL",
                "ALTER TABLE shop DROP INDEX shop_name",
                "ALTER TABLE sale DROP INDEX sale_code",
                "ALTER TABLE sale DROP FOREIGN KEY sale_shop",
                "ALTER TABLE sale DROP FOREIGN KEY sale_guide",
                "ALTER TABLE shop DROP INDEX shop_by_extra");
    }
}
