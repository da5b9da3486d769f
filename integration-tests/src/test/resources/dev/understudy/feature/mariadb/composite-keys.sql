-- Keys of several columns; a child's key contains its link, and links share columns.
CREATE TABLE country (code char(2) PRIMARY KEY, name varchar(40) NOT NULL);
CREATE TABLE region (country_code char(2) NOT NULL, number int NOT NULL, name varchar(40) NOT NULL, PRIMARY KEY (country_code, number), FOREIGN KEY (country_code) REFERENCES country (code));
CREATE TABLE employee (id int PRIMARY KEY, country_code char(2) NOT NULL, region_number int NOT NULL, tax_region int,
  FOREIGN KEY (country_code, region_number) REFERENCES region (country_code, number), FOREIGN KEY (country_code, tax_region) REFERENCES region (country_code, number));
INSERT INTO country SELECT concat(char(65 + seq), 'A'), concat('Land ', seq) FROM seq_0_to_4;
INSERT INTO region SELECT concat(char(65 + a.seq), 'A'), b.seq, concat('Region ', b.seq) FROM seq_0_to_4 a, seq_1_to_6 b;
INSERT INTO employee SELECT seq, concat(char(65 + seq % 5), 'A'), 1 + seq % 6, if(seq % 4 > 0, 1 + seq % 3, NULL) FROM seq_1_to_200;
