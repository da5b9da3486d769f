-- Rings of two and of three tables; in the second every link is required at once.
-- warns: required-ring
CREATE TABLE store (id int PRIMARY KEY, manager_id int);
CREATE TABLE clerk (id int PRIMARY KEY, store_id int NOT NULL, name varchar(30) NOT NULL, FOREIGN KEY (store_id) REFERENCES store (id));
CREATE TABLE one (id int PRIMARY KEY, two_id int NOT NULL);
CREATE TABLE two (id int PRIMARY KEY, three_id int NOT NULL);
CREATE TABLE three (id int PRIMARY KEY, one_id int NOT NULL, CONSTRAINT three_one FOREIGN KEY (one_id) REFERENCES one (id));
INSERT INTO store SELECT seq, NULL FROM seq_1_to_20;
INSERT INTO clerk SELECT seq, 1 + seq % 20, concat('Clerk ', seq) FROM seq_1_to_120;
UPDATE store SET manager_id = id + 40 WHERE id % 4 > 0;
ALTER TABLE store ADD CONSTRAINT store_manager FOREIGN KEY (manager_id) REFERENCES clerk (id);
INSERT INTO one SELECT seq, seq FROM seq_1_to_90;
INSERT INTO two SELECT seq, seq FROM seq_1_to_90;
INSERT INTO three SELECT seq, 91 - seq FROM seq_1_to_90;
ALTER TABLE one ADD CONSTRAINT one_two FOREIGN KEY (two_id) REFERENCES two (id);
ALTER TABLE two ADD CONSTRAINT two_three FOREIGN KEY (three_id) REFERENCES three (id);
