-- Times with and without zone, intervals, infinity, NaN, money.
CREATE TABLE moment (
  id int PRIMARY KEY, d date NOT NULL, t time NOT NULL, tz timetz NOT NULL, ts timestamp, tsz timestamptz NOT NULL, i interval NOT NULL, iy interval year to month, price money NOT NULL,
  until date NOT NULL, at timestamptz NOT NULL, r real, dp double precision, n numeric,
  CHECK (i >= interval '0'), CHECK (price > 0::money), CHECK (until >= d));
INSERT INTO moment SELECT i, date '2024-01-01' + i, time '00:00' + i * interval '7 minutes', (time '06:00' + i * interval '1 minute')::timetz, CASE WHEN i % 4 > 0 THEN timestamp '2024-01-01' + i * interval '1 hour' END,
  timestamptz '2024-01-01 12:00Z' + i * interval '3 hours', i * interval '5 minutes', interval '1 year 2 mons' * (i % 4), (i * 1.5)::numeric::money,
  CASE WHEN i % 3 = 0 THEN 'infinity'::date ELSE date '2025-01-01' + i END, CASE WHEN i % 4 = 0 THEN '-infinity'::timestamptz ELSE timestamptz '2024-06-01 00:00Z' + i * interval '1 day' END,
  CASE WHEN i % 5 = 0 THEN 'NaN'::real ELSE i / 3.0 END, CASE WHEN i % 6 = 0 THEN 'Infinity'::float8 ELSE i / 7.0 END, CASE WHEN i % 7 = 0 THEN 'NaN'::numeric ELSE i * 1.23456789 END FROM generate_series(1, 300) i;
