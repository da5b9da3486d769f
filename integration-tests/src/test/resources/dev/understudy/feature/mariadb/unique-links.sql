-- Links to unique keys that are not the primary one; unique keys over columns that may be null.
CREATE TABLE currency (id int AUTO_INCREMENT PRIMARY KEY, iso char(3) NOT NULL UNIQUE, label varchar(30));
CREATE TABLE price (id int AUTO_INCREMENT PRIMARY KEY, iso char(3) NOT NULL, shop int, amount decimal(10,2) NOT NULL, UNIQUE (iso, shop, amount), FOREIGN KEY (iso) REFERENCES currency (iso) ON UPDATE CASCADE);
INSERT INTO currency (iso, label) SELECT concat(char(65 + seq), 'UR'), concat('money ', seq) FROM seq_0_to_11;
INSERT INTO price (iso, shop, amount) SELECT concat(char(65 + seq % 12), 'UR'), if(seq % 3 > 0, seq % 7, NULL), 5 + seq FROM seq_1_to_200;
