-- Functions that tables need and functions that need tables, aggregates, operators, comments, extensions, statistics.
CREATE EXTENSION pg_trgm;
CREATE EXTENSION "uuid-ossp";
CREATE FUNCTION next_code() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT 'C' || floor(random() * 1000000)::text $$;
CREATE TABLE thing (id uuid PRIMARY KEY DEFAULT uuid_generate_v4(), code text NOT NULL DEFAULT next_code(), weight int NOT NULL, height int NOT NULL);
CREATE FUNCTION heaviest() RETURNS SETOF thing LANGUAGE sql STABLE AS 'SELECT * FROM thing ORDER BY weight DESC LIMIT 3';
CREATE FUNCTION heaviest(n int) RETURNS int LANGUAGE sql STABLE AS 'SELECT max(weight) + n FROM thing';
CREATE PROCEDURE lighten() LANGUAGE sql AS 'UPDATE thing SET weight = weight - 1 WHERE weight > 1';
CREATE FUNCTION add_all(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total(int) (SFUNC = add_all, STYPE = int, INITCOND = '0');
CREATE OPERATOR ### (LEFTARG = int, RIGHTARG = int, FUNCTION = add_all);
CREATE STATISTICS thing_both (dependencies) ON weight, height FROM thing;
CREATE INDEX thing_code ON thing USING gin (code gin_trgm_ops);
COMMENT ON TABLE thing IS 'Things; it''s all';
COMMENT ON COLUMN thing.weight IS 'in grams';
INSERT INTO thing (code, weight, height) SELECT 'C' || i, i, i * 2 FROM generate_series(1, 200) i;
-- A function that only the text of another one calls, from a schema without tables; the index needs both.
CREATE SCHEMA tools;
CREATE FUNCTION tools.plain(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';
CREATE FUNCTION plain_code(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT tools.plain($1)';
CREATE INDEX thing_plain ON thing (plain_code(code));
