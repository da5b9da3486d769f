-- Conditions that are the database's own business: functions, LEAST and GREATEST, NaN, subtle text functions, several columns.
CREATE FUNCTION is_luhn(digits text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE total int := 0; d int; n int := length(digits);
BEGIN
  FOR i IN 1..n LOOP
    d := substr(digits, n - i + 1, 1)::int;
    IF i % 2 = 0 THEN d := d * 2; IF d > 9 THEN d := d - 9; END IF; END IF;
    total := total + d;
  END LOOP;
  RETURN total % 10 = 0;
END $$;
CREATE FUNCTION is_week(year int, week int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT week BETWEEN 1 AND 52 AND year BETWEEN 1990 AND 2040';
CREATE FUNCTION fits(low numeric, high numeric) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT high >= low * 1.1';
CREATE TABLE measure (
  id int PRIMARY KEY, a numeric(8,2) NOT NULL, b numeric(8,2) NOT NULL, c numeric(8,2),
  quality double precision NOT NULL,
  CONSTRAINT measure_least CHECK (LEAST(a, b, c) >= 1), CONSTRAINT measure_greatest CHECK (GREATEST(a, b) <= 500),
  CONSTRAINT measure_no_nan CHECK (quality <> 'NaN'::double precision AND quality < 'Infinity'::double precision));
CREATE TABLE week (id int PRIMARY KEY, year int NOT NULL, week int NOT NULL, CONSTRAINT week_is_one CHECK (is_week(year, week)));
CREATE TABLE span (id int PRIMARY KEY, low numeric(8,2) NOT NULL, high numeric(8,2) NOT NULL, CONSTRAINT span_fits CHECK (fits(low, high)));
CREATE TABLE card (id int PRIMARY KEY, number varchar(8) NOT NULL, CONSTRAINT card_luhn CHECK (is_luhn(number)));
CREATE TABLE name (id int PRIMARY KEY, first text NOT NULL, initials text NOT NULL,
  CONSTRAINT name_initial CHECK (left(first, 1) = initials), CONSTRAINT name_trim CHECK (first = btrim(first)),
  CONSTRAINT name_words CHECK (array_length(string_to_array(first, ' '), 1) <= 2));
INSERT INTO measure SELECT i, 1 + i, 2 + i, CASE WHEN i % 2 = 0 THEN 3 + i / 2.0 END, i / 10.0 FROM generate_series(1, 300) i;
INSERT INTO week SELECT i, 2000 + i % 24, 1 + i % 52 FROM generate_series(1, 300) i;
INSERT INTO span SELECT i, i, i * 1.1 + i % 7 FROM generate_series(1, 300) i;
INSERT INTO card SELECT i, n FROM (SELECT row_number() OVER (ORDER BY n) i, n FROM (SELECT lpad(g::text, 8, '0') n FROM generate_series(40000001, 40003000) g) x WHERE is_luhn(n)) y;
INSERT INTO name SELECT i, chr(65 + i % 26) || 'nna' || CASE WHEN i % 3 = 0 THEN ' ' || chr(66 + i % 20) || 'o' ELSE '' END, chr(65 + i % 26) FROM generate_series(1, 300) i;
