-- Columns that the database computes, that keys and checks rest on.
CREATE TABLE line (
  id int PRIMARY KEY, quantity int NOT NULL CHECK (quantity > 0), price numeric(8,2) NOT NULL CHECK (price >= 0),
  total numeric(12,2) GENERATED ALWAYS AS (quantity * price) STORED CHECK (total <= 10000),
  label text NOT NULL, slug text GENERATED ALWAYS AS (lower(label)) STORED, CONSTRAINT line_slug UNIQUE (slug));
CREATE TABLE person (
  id int PRIMARY KEY, first text NOT NULL, last text NOT NULL, born date,
  name text GENERATED ALWAYS AS (first || ' ' || last) STORED, initials varchar(2) GENERATED ALWAYS AS (left(first, 1) || left(last, 1)) STORED,
  adult boolean GENERATED ALWAYS AS (born < date '2006-01-01') STORED);
CREATE UNIQUE INDEX person_name ON person (name);
CREATE TABLE period (id int PRIMARY KEY, starts date NOT NULL, ends date NOT NULL, days int GENERATED ALWAYS AS (ends - starts) STORED, CHECK (days BETWEEN 1 AND 60));
INSERT INTO line (id, quantity, price, label) SELECT i, 1 + i % 9, i * 1.5, 'Label ' || i FROM generate_series(1, 200) i;
INSERT INTO person (id, first, last, born) SELECT i, 'First' || i, 'Last' || i % 40, CASE WHEN i % 6 > 0 THEN date '1970-01-01' + 77 * i END FROM generate_series(1, 200) i;
INSERT INTO period (id, starts, ends) SELECT i, date '2024-01-01' + i, date '2024-01-01' + i + 1 + i % 60 FROM generate_series(1, 200) i;
