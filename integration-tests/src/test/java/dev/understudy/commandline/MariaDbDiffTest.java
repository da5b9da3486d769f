package dev.understudy.commandline;

import java.util.List;
import java.util.Map;

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

    @Override
    List<String> sameColumnOtherwise() {
        return List.of("DROP INDEX shop_by_extra ON shop", "CREATE INDEX shop_by_extra ON shop (extra DESC)");
    }

    @Override
    List<String> partitions() {
        return List.of("CREATE TABLE visit (id int, year int NOT NULL) PARTITION BY RANGE (year)"
                + " (PARTITION old VALUES LESS THAN (2010), PARTITION new VALUES LESS THAN (2030))");
    }

    @Override
    List<Map.Entry<String, String>> partitionChanges() {
        return List.of(
                Map.entry(
                        "ALTER TABLE visit ADD PARTITION (PARTITION next VALUES LESS THAN (2040))",
                        "table changed visit"),
                Map.entry("ALTER TABLE visit PARTITION BY HASH (year) PARTITIONS 3", "table changed visit"),
                Map.entry("ALTER TABLE visit REMOVE PARTITIONING", "table changed visit"));
    }
}
