-- Schemas that hold no table: views, types and functions that nothing else needs.
CREATE SCHEMA shop;
CREATE SCHEMA report;
CREATE SCHEMA tools;
CREATE TABLE shop.sale (id int PRIMARY KEY, city text NOT NULL, amount numeric(10,2) NOT NULL);
CREATE VIEW report.by_city AS SELECT city, sum(amount) AS amount FROM shop.sale GROUP BY city;
CREATE TYPE tools.span AS (low int, high int);
CREATE TYPE tools.tone AS ENUM ('dark', 'light');
CREATE SEQUENCE report.number;
CREATE FUNCTION tools.width(s tools.span) RETURNS int LANGUAGE sql AS 'SELECT s.high - s.low';
CREATE FUNCTION public.shout(t text) RETURNS text LANGUAGE sql AS 'SELECT upper(t)';
INSERT INTO shop.sale SELECT i, (ARRAY['Bern', 'Lyon', 'Turin'])[1 + i % 3], i * 1.5 FROM generate_series(1, 120) i;
