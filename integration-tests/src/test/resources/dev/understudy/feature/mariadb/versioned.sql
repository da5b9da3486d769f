-- System-versioned tables, with named and with hidden columns of time.
CREATE TABLE contract (id int PRIMARY KEY, state varchar(10) NOT NULL, since timestamp(6) GENERATED ALWAYS AS ROW START, until timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (since, until)) WITH SYSTEM VERSIONING;
CREATE TABLE clause (id int PRIMARY KEY, contract_id int NOT NULL, text varchar(60) NOT NULL, FOREIGN KEY (contract_id) REFERENCES contract (id)) WITH SYSTEM VERSIONING;
INSERT INTO contract (id, state) SELECT seq, elt(1 + seq % 3, 'new', 'active', 'gone') FROM seq_1_to_120;
INSERT INTO clause SELECT seq, 1 + seq % 120, concat('Clause ', seq) FROM seq_1_to_200;
UPDATE contract SET state = 'gone' WHERE id % 7 = 0;
