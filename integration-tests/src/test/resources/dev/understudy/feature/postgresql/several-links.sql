-- Two and more links of a child to one parent, some optional.
CREATE TABLE airport (code char(3) PRIMARY KEY, city varchar(40) NOT NULL);
CREATE TABLE flight (
  id bigint PRIMARY KEY, origin char(3) NOT NULL REFERENCES airport, destination char(3) NOT NULL REFERENCES airport,
  alternate char(3) REFERENCES airport, departs timestamp NOT NULL, arrives timestamp NOT NULL,
  CONSTRAINT flight_goes_on CHECK (origin <> destination), CONSTRAINT flight_takes_time CHECK (arrives > departs));
INSERT INTO airport SELECT chr(65 + i) || chr(65 + i * 7 % 26) || 'X', 'City ' || i FROM generate_series(0, 19) i;
INSERT INTO flight SELECT i, (SELECT code FROM airport ORDER BY code OFFSET i % 20 LIMIT 1),
  (SELECT code FROM airport ORDER BY code OFFSET (i + 1 + i % 9) % 20 LIMIT 1),
  CASE WHEN i % 3 = 0 THEN (SELECT code FROM airport ORDER BY code OFFSET i % 7 LIMIT 1) END,
  timestamp '2024-01-01' + i * interval '3 hours', timestamp '2024-01-01 01:00' + i * interval '3 hours' + (i % 5) * interval '40 minutes'
  FROM generate_series(1, 300) i;
