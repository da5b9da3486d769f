-- Unique keys over columns that may be null; links to unique keys.
CREATE TABLE site (id INT PRIMARY KEY, name VARCHAR(30) NOT NULL UNIQUE);
CREATE TABLE rack (id INT PRIMARY KEY, site VARCHAR(30) REFERENCES site (name), label VARCHAR(20), slot INT, UNIQUE (site, label));
CREATE TABLE switch (id INT PRIMARY KEY, code VARCHAR(8), UNIQUE NULLS NOT DISTINCT (code));
INSERT INTO site SELECT x, 'Site ' || x FROM SYSTEM_RANGE(1, 20);
INSERT INTO rack SELECT x, CASE WHEN MOD(x, 4) > 0 THEN 'Site ' || (1 + MOD(x, 20)) END, CASE WHEN MOD(x, 5) > 0 THEN 'rack ' || x END, x FROM SYSTEM_RANGE(1, 150);
INSERT INTO switch SELECT x, CASE WHEN x > 1 THEN 'S' || x END FROM SYSTEM_RANGE(1, 60);
