-- Keys of several columns; a child's key contains its link, and links share columns.
CREATE TABLE country (code char(2) PRIMARY KEY, name varchar(40) NOT NULL);
CREATE TABLE region (
  country_code char(2) REFERENCES country, number int, name varchar(40) NOT NULL,
  PRIMARY KEY (country_code, number));
CREATE TABLE branch (
  country_code char(2), region_number int, id int, opened date NOT NULL,
  PRIMARY KEY (country_code, region_number, id),
  FOREIGN KEY (country_code, region_number) REFERENCES region);
-- Both links rest on the same country.
CREATE TABLE employee (
  id int PRIMARY KEY, country_code char(2) NOT NULL, region_number int NOT NULL, branch_id int NOT NULL,
  tax_country char(2) NOT NULL, tax_region int,
  FOREIGN KEY (country_code, region_number, branch_id) REFERENCES branch,
  FOREIGN KEY (tax_country, tax_region) REFERENCES region);
CREATE TABLE transfer (
  country_code char(2) NOT NULL, from_region int NOT NULL, to_region int NOT NULL, moved_on date NOT NULL,
  PRIMARY KEY (country_code, from_region, to_region, moved_on),
  FOREIGN KEY (country_code, from_region) REFERENCES region,
  FOREIGN KEY (country_code, to_region) REFERENCES region);
INSERT INTO country SELECT chr(65 + i) || 'A', 'Land ' || i FROM generate_series(0, 4) i;
INSERT INTO region SELECT chr(65 + c) || 'A', r, 'Region ' || r FROM generate_series(0, 4) c, generate_series(1, 4) r;
INSERT INTO branch SELECT country_code, number, b, date '2000-01-01' + (b * 37 + number) FROM region, generate_series(1, 5) b;
INSERT INTO employee SELECT row_number() OVER (), b.country_code, b.region_number, b.id, b.country_code,
  CASE WHEN i % 5 > 0 THEN 1 + i % 4 END FROM branch b, generate_series(1, 4) i;
INSERT INTO transfer SELECT a.country_code, a.number, b.number, date '2020-01-01' + 7 * i
  FROM region a JOIN region b USING (country_code), generate_series(1, 3) i WHERE a.number <> b.number;
