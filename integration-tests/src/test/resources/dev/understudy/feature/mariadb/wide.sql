-- A table of 500 columns.
SET SESSION group_concat_max_len = 1000000;
SELECT concat('CREATE TABLE wide (id int PRIMARY KEY, ', group_concat(concat('c', seq, ' ', elt(1 + seq % 5, 'int', 'varchar(8)', 'decimal(8,2)', 'boolean', 'date'))), ')') INTO @made FROM seq_1_to_499;
EXECUTE IMMEDIATE @made;
SELECT concat('INSERT INTO wide SELECT seq, ', group_concat(elt(1 + seq % 5, 'seq % 7', '''t''', 'seq * 1.5', 'seq % 2', 'date ''2024-01-01''')), ' FROM seq_1_to_150') INTO @filled FROM seq_1_to_499;
EXECUTE IMMEDIATE @filled;
