-- A tree inside a table.
CREATE TABLE staff (id int AUTO_INCREMENT PRIMARY KEY, manager_id int, name varchar(40) NOT NULL, FOREIGN KEY (manager_id) REFERENCES staff (id));
INSERT INTO staff SELECT seq, if(seq > 4, seq DIV 4, NULL), concat('Person ', seq) FROM seq_1_to_200;
