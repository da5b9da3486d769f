-- Tables of an engine without transactions, of which the plan warns; keys that the primary key makes needless.
-- warns: snapshot
CREATE TABLE label (id bigint NOT NULL AUTO_INCREMENT, name varchar(60) NOT NULL, added datetime, PRIMARY KEY (id), UNIQUE KEY label_name (name), KEY label_added (added), KEY label_again (id), KEY label_name_again (name)) ENGINE=InnoDB;
CREATE TABLE note (id int NOT NULL AUTO_INCREMENT, label_id bigint NOT NULL, body text, PRIMARY KEY (id), KEY note_label (label_id)) ENGINE=MyISAM;
INSERT INTO label (name, added) SELECT concat('Label ', seq), '2024-01-01' + INTERVAL seq HOUR FROM seq_1_to_150;
INSERT INTO note (label_id, body) SELECT 1 + seq % 150, concat('note ', seq) FROM seq_1_to_300;
