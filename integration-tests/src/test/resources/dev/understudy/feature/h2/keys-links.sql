-- Keys and links of all shapes.
CREATE TABLE country (code CHAR(2) PRIMARY KEY, name VARCHAR(40) NOT NULL);
CREATE TABLE region (country_code CHAR(2) REFERENCES country, number INT, name VARCHAR(40) NOT NULL, PRIMARY KEY (country_code, number));
CREATE TABLE employee (id INT PRIMARY KEY, country_code CHAR(2) NOT NULL, region_number INT NOT NULL, tax_region INT, boss_id INT REFERENCES employee,
  FOREIGN KEY (country_code, region_number) REFERENCES region, FOREIGN KEY (country_code, tax_region) REFERENCES region);
CREATE TABLE badge (employee_id INT PRIMARY KEY REFERENCES employee, code VARCHAR(10) UNIQUE);
CREATE TABLE swap (a INT REFERENCES employee, b INT REFERENCES employee, PRIMARY KEY (a, b));
CREATE TABLE log (level VARCHAR(5) NOT NULL, body VARCHAR(100));
INSERT INTO country SELECT CHAR(65 + x) || 'A', 'Land ' || x FROM SYSTEM_RANGE(0, 4);
INSERT INTO region SELECT CHAR(65 + a.x) || 'A', b.x, 'Region ' || b.x FROM SYSTEM_RANGE(0, 4) a, SYSTEM_RANGE(1, 6) b;
INSERT INTO employee SELECT x, CHAR(65 + MOD(x, 5)) || 'A', 1 + MOD(x, 6), CASE WHEN MOD(x, 4) > 0 THEN 1 + MOD(x, 3) END, CASE WHEN x > 4 THEN x / 4 END FROM SYSTEM_RANGE(1, 200);
INSERT INTO badge SELECT x, CASE WHEN MOD(x, 5) > 0 THEN 'B' || x END FROM SYSTEM_RANGE(1, 150);
INSERT INTO swap SELECT a.x, b.x FROM SYSTEM_RANGE(1, 60) a, SYSTEM_RANGE(1, 60) b WHERE MOD(a.x * b.x, 31) = 1;
INSERT INTO log SELECT 'INFO', 'body ' || MOD(x, 5) FROM SYSTEM_RANGE(1, 150);
