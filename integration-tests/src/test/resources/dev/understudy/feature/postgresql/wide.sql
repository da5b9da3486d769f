-- A table of 500 columns.
DO $$
BEGIN
  EXECUTE 'CREATE TABLE wide (id int PRIMARY KEY, ' || (SELECT string_agg('c' || i || ' ' || (ARRAY['int', 'text', 'numeric(8,2)', 'boolean', 'date'])[1 + i % 5], ', ') FROM generate_series(1, 499) i) || ')';
  EXECUTE 'INSERT INTO wide SELECT g, ' || (SELECT string_agg((ARRAY['g % 7', '''t'' || g % 3', 'g * 1.5', 'g % 2 = 0', 'date ''2024-01-01'' + g'])[1 + i % 5], ', ') FROM generate_series(1, 499) i) || ' FROM generate_series(1, 150) g';
END $$;
