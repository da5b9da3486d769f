package dev.understudy.commandline;

import java.util.List;
import java.util.Map;

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

    @Override
    List<String> sameColumnOtherwise() {
        return List.of("DROP INDEX shop_by_extra", "CREATE INDEX shop_by_extra ON shop USING hash (extra)");
    }

    @Override
    List<String> partitions() {
        return List.of(
                "CREATE TABLE visit (id int, year int NOT NULL) PARTITION BY RANGE (year)",
                "CREATE TABLE visit_old PARTITION OF visit FOR VALUES FROM (1990) TO (2010)",
                "CREATE TABLE visit_new PARTITION OF visit FOR VALUES FROM (2010) TO (2030)");
    }

    @Override
    List<Map.Entry<String, String>> partitionChanges() {
        return List.of(
                Map.entry(
                        "CREATE TABLE visit_next PARTITION OF visit FOR VALUES FROM (2030) TO (2040)",
                        "table added visit_next"),
                Map.entry(
                        "ALTER TABLE visit DETACH PARTITION visit_new;"
                                + "ALTER TABLE visit ATTACH PARTITION visit_new FOR VALUES FROM (2010) TO (2025)",
                        "table changed visit_new"),
                Map.entry("ALTER TABLE visit DETACH PARTITION visit_old", "table changed visit_old"),
                Map.entry(
                        "DROP TABLE visit; CREATE TABLE visit (id int, year int NOT NULL) PARTITION BY HASH (year)",
                        "table changed visit"));
    }
}
