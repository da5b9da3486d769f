-- Tables that inherit columns, from one parent and from two; rows of the parent's own.
CREATE TABLE city (id int PRIMARY KEY, name text NOT NULL, people int CHECK (people >= 0));
CREATE TABLE capital (state char(2) NOT NULL, PRIMARY KEY (id)) INHERITS (city);
CREATE TABLE port (depth numeric(5,2), PRIMARY KEY (id)) INHERITS (city);
CREATE TABLE port_capital (fee int) INHERITS (capital, port);
CREATE TABLE mayor (id int PRIMARY KEY, capital_id int NOT NULL REFERENCES capital, city_id int REFERENCES city);
INSERT INTO city SELECT i, 'City ' || i, i * 1000 FROM generate_series(1, 100) i;
INSERT INTO capital SELECT i, 'Capital ' || i, i * 1000, chr(65 + i % 26) || 'X' FROM generate_series(1001, 1100) i;
INSERT INTO port SELECT i, 'Port ' || i, i * 100, i % 40 FROM generate_series(2001, 2080) i;
INSERT INTO port_capital SELECT i, 'Port capital ' || i, i * 100, 'ZZ', i % 30, i FROM generate_series(3001, 3050) i;
INSERT INTO mayor SELECT i, 1001 + i % 100, CASE WHEN i % 2 = 0 THEN 1 + i % 100 END FROM generate_series(1, 90) i;
