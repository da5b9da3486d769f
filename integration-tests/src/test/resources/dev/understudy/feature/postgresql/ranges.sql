-- Ranges and multiranges of every kind, one of the schema's own; conditions over bounds.
CREATE TYPE float_range AS RANGE (subtype = double precision);
CREATE TABLE span (
  id int PRIMARY KEY, whole int4range NOT NULL, big int8range, num numrange, day daterange NOT NULL, at tsrange, zoned tstzrange, own float_range,
  wholes int4multirange, days datemultirange NOT NULL, times tsmultirange, owns float_multirange,
  CHECK (NOT isempty(day)), CHECK (upper(whole) > lower(whole)));
INSERT INTO span SELECT i, int4range(i, i + 10), CASE WHEN i % 3 > 0 THEN int8range(i, NULL) END, numrange(i, i + 0.5, '[]'), daterange(date '2024-01-01' + i, date '2024-01-01' + i + 3),
  tsrange(timestamp '2024-01-01' + i * interval '1 hour', NULL), tstzrange(NULL, timestamptz '2024-01-01 00:00Z' + i * interval '1 day'), float_range(i, i + 0.25),
  int4multirange(int4range(i, i + 2), int4range(i + 5, i + 7)), datemultirange(daterange(date '2024-01-01', date '2024-02-01' + i)), '{}', '{[1,2)}' FROM generate_series(1, 200) i;
