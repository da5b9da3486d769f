-- Lengths, precision and scale.
CREATE TABLE tight (
  id smallint PRIMARY KEY, one char(1) NOT NULL, three varchar(3) NOT NULL UNIQUE, name varchar(8), email varchar(14), code char(5) UNIQUE,
  tiny numeric(2,2), whole numeric(4), wide numeric(30,10), coarse numeric(3,-2), t0 timestamp(0), t3 time(3), note varchar(5) NOT NULL, b bit(3) NOT NULL, vb bit varying(6));
INSERT INTO tight SELECT i, chr(65 + i % 26), to_char(i, 'FM000'), 'name' || i, 'a' || i || '@x.org', lpad(i::text, 5, 'x'),
  (i % 100) / 100.0, i, i * 12345678901.123456, i * 100, timestamp '2024-01-01' + i * interval '1 hour', time '08:00:00.125' + i * interval '1 minute',
  'n' || i % 100, (i % 8)::bit(3), (i % 32)::bit(6)::bit varying(6) FROM generate_series(1, 200) i;
