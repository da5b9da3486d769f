-- One to one, junctions, tables without a key.
CREATE TABLE party (id int AUTO_INCREMENT PRIMARY KEY, name varchar(40) NOT NULL);
CREATE TABLE person (party_id int PRIMARY KEY, born date, FOREIGN KEY (party_id) REFERENCES party (id));
CREATE TABLE tag (code varchar(10) PRIMARY KEY);
CREATE TABLE party_tag (party_id int NOT NULL, tag varchar(10) NOT NULL, PRIMARY KEY (party_id, tag), FOREIGN KEY (party_id) REFERENCES party (id) ON DELETE CASCADE, FOREIGN KEY (tag) REFERENCES tag (code));
CREATE TABLE log (level varchar(5) NOT NULL, body text);
INSERT INTO party SELECT seq, concat('Party ', seq) FROM seq_1_to_200;
INSERT INTO person SELECT seq, date '1960-01-01' + INTERVAL 31 * seq DAY FROM seq_1_to_200 WHERE seq % 3 > 0;
INSERT INTO tag SELECT concat('tag ', seq) FROM seq_1_to_12;
INSERT INTO party_tag SELECT a.seq, concat('tag ', b.seq) FROM seq_1_to_200 a, seq_1_to_12 b WHERE (a.seq + b.seq) % 5 = 0;
INSERT INTO log SELECT if(seq % 2, 'INFO', 'WARN'), concat('body ', seq % 5) FROM seq_1_to_150;
