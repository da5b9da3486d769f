-- Unique keys of several columns that may be null; nulls that count as equal.
CREATE TABLE site (id int PRIMARY KEY, name varchar(30) NOT NULL);
CREATE TABLE rack (
  id int PRIMARY KEY, site_id int REFERENCES site, name varchar(20), slot int,
  UNIQUE (site_id, name), UNIQUE NULLS NOT DISTINCT (site_id, slot, name));
CREATE TABLE switch (id int PRIMARY KEY, code varchar(8), UNIQUE NULLS NOT DISTINCT (code));
CREATE TABLE port (id int PRIMARY KEY, switch_id int REFERENCES switch, kind varchar(4), UNIQUE NULLS NOT DISTINCT (switch_id, kind));
INSERT INTO site SELECT i, 'Site ' || i FROM generate_series(1, 20) i;
INSERT INTO rack SELECT i, CASE WHEN i % 4 > 0 THEN 1 + i % 20 END, CASE WHEN i % 5 > 0 THEN 'rack ' || i END, i FROM generate_series(1, 150) i;
INSERT INTO switch SELECT i, CASE WHEN i > 1 THEN 'S' || i END FROM generate_series(1, 60) i;
INSERT INTO port SELECT row_number() OVER (), s, k FROM (SELECT s, k FROM generate_series(1, 40) s, (VALUES ('up'), ('down'), (NULL)) v (k)
  UNION ALL SELECT NULL, 'up' UNION ALL SELECT NULL, NULL) all_ports;
