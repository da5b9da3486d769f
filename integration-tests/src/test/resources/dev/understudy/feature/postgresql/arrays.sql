-- Arrays of many types, of two dimensions, with a length, with conditions.
CREATE TYPE colour AS ENUM ('red', 'green', 'blue');
CREATE TABLE box (
  id int PRIMARY KEY, numbers int[] NOT NULL, words text[], prices numeric(8,2)[], days date[], colours colour[] NOT NULL, matrix int[][],
  ids uuid[], flags boolean[], docs jsonb[], spans int4range[], codes varchar(4)[] NOT NULL DEFAULT '{}',
  CHECK (cardinality(numbers) <= 5), CHECK (words IS NULL OR array_length(words, 1) > 0));
INSERT INTO box SELECT i, ARRAY[i, i + 1, i % 3], CASE WHEN i % 4 > 0 THEN ARRAY['word ' || i % 7, 'it''s "q"'] END, ARRAY[i * 1.25, NULL], ARRAY[date '2024-01-01' + i],
  ARRAY['red', 'blue']::colour[], ARRAY[[1, 2], [3, i]], ARRAY[gen_random_uuid()], ARRAY[true, i % 2 = 0], ARRAY['{"a": 1}'::jsonb], ARRAY[int4range(i, i + 5)], ARRAY['a' || i % 99] FROM generate_series(1, 200) i;
