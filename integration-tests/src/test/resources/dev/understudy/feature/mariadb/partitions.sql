-- Partitions by range, list, hash, and below them.
CREATE TABLE orders (id int NOT NULL, ordered date NOT NULL, total decimal(10,2), PRIMARY KEY (id, ordered)) PARTITION BY RANGE (year(ordered)) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION p22 VALUES LESS THAN (2023), PARTITION p23 VALUES LESS THAN (2024), PARTITION p24 VALUES LESS THAN (2025));
CREATE TABLE event (id int NOT NULL, kind int NOT NULL, PRIMARY KEY (id, kind)) PARTITION BY LIST (kind) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3));
INSERT INTO orders SELECT seq, date '2022-01-01' + INTERVAL seq * 3 DAY, seq * 1.5 FROM seq_1_to_300;
INSERT INTO event SELECT seq, 1 + seq % 3 FROM seq_1_to_200;
