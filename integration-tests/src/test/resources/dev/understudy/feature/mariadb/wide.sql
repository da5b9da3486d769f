-- A table of 500 columns.
SET SESSION group_concat_max_len = 1000000;
EXECUTE IMMEDIATE (SELECT concat('CREATE TABLE wide (id int PRIMARY KEY, ', group_concat(concat('c', seq, ' ', elt(1 + seq % 5, 'int', 'varchar(8)', 'decimal(8,2)', 'boolean', 'date'))), ')') FROM seq_1_to_499);
EXECUTE IMMEDIATE (SELECT concat('INSERT INTO wide SELECT seq, ', group_concat(elt(1 + seq % 5, 'seq % 7', '''t''', 'seq * 1.5', 'seq % 2', 'date ''2024-01-01''')), ' FROM seq_1_to_150') FROM seq_1_to_499);
