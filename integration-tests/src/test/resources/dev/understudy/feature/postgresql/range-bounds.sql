-- Ranges that must begin and end where other columns say, casts to times with a zone, and one range inside another.
CREATE DOMAIN moment AS timestamptz;
CREATE TABLE session (id int PRIMARY KEY, issued moment NOT NULL, seen moment NOT NULL, deleted moment NOT NULL,
  active tstzrange NOT NULL, valid tstzrange NOT NULL, seats int NOT NULL, places int4range NOT NULL, days daterange,
  CONSTRAINT inside CHECK (active <@ valid), CONSTRAINT active_lower CHECK (lower(active) = (issued)::timestamp with time zone),
  CONSTRAINT active_upper CHECK (upper(active) = (seen)::timestamp with time zone), CONSTRAINT valid_lower CHECK (lower(valid) = (issued)::timestamp with time zone),
  CONSTRAINT valid_upper CHECK (upper(valid) = (deleted)::timestamp with time zone), CONSTRAINT seen_first CHECK ((seen)::timestamp with time zone <= (deleted)::timestamp with time zone),
  CONSTRAINT places_upper CHECK (upper(places) - lower(places) >= seats), CONSTRAINT days_lower CHECK (lower(days) > date '2020-01-31'));
INSERT INTO session SELECT i, t, t + 3 * s, t + 5 * s, tstzrange(t, t + 3 * s, '[]'), tstzrange(t, t + 5 * s, '[]'), i % 9, int4range(i, i + 9 + i % 4), daterange(date '2021-01-01' + i, NULL)
  FROM generate_series(1, 300) i, LATERAL (SELECT timestamptz '2024-01-01 08:00+00' + i * interval '7 hours', (1 + i % 50) * interval '1 hour') x(t, s);
