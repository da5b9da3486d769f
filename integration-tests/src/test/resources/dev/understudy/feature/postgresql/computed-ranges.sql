-- No two rows may overlap in what they compute: bounds of every kind, open ends, a computed column, a length, some rows only.
CREATE EXTENSION btree_gist;
CREATE TABLE room (id int PRIMARY KEY, name varchar(20) NOT NULL);
CREATE TABLE booking (
  id int PRIMARY KEY, room_id int NOT NULL REFERENCES room, starts timestamp NOT NULL, ends timestamp NOT NULL, CHECK (starts < ends),
  CONSTRAINT booking_free EXCLUDE USING gist (room_id WITH =, tsrange(starts, ends) WITH &&));
CREATE TABLE tariff (
  room_id int NOT NULL REFERENCES room, kind varchar(8) NOT NULL, first_day date NOT NULL, last_day date, price numeric(8,2) NOT NULL,
  CONSTRAINT tariff_apart EXCLUDE USING gist (room_id WITH =, kind WITH =, daterange(first_day, last_day, '[]') WITH &&));
CREATE TABLE shift (
  id int PRIMARY KEY, begins timestamptz NOT NULL, hours int NOT NULL CHECK (hours BETWEEN 1 AND 12), ends timestamptz NOT NULL, during tstzrange GENERATED ALWAYS AS (tstzrange(begins, ends, '[)')) STORED,
  EXCLUDE USING gist (during WITH &&));
CREATE TABLE block_of_numbers (
  id int PRIMARY KEY, low int NOT NULL, high int NOT NULL, retired boolean NOT NULL,
  EXCLUDE USING gist (int4range(low, high, '[]') WITH &&) WHERE (NOT retired));
CREATE TABLE bracket (
  id int PRIMARY KEY, room_id int REFERENCES room, above numeric(10,2), upto numeric(10,2),
  EXCLUDE USING gist (room_id WITH =, numrange(above, upto, '(]') WITH &&));
INSERT INTO room SELECT i, 'Room ' || i FROM generate_series(1, 12) i;
INSERT INTO booking SELECT i, 1 + i % 12, timestamp '2024-01-01 09:00' + (i / 12) * interval '6 hours', timestamp '2024-01-01 10:00' + (i / 12) * interval '6 hours' + (i % 5) * interval '1 hour' FROM generate_series(1, 600) i;
INSERT INTO tariff SELECT r, k, date '2020-01-01' + 90 * p + r, CASE WHEN p < 5 THEN date '2020-01-01' + 90 * p + r + 88 END, 50 + 5 * p + r FROM generate_series(1, 12) r, unnest(ARRAY['single', 'double', 'suite']) k, generate_series(0, 5) p;
INSERT INTO shift SELECT i, timestamptz '2024-01-01 06:00Z' + i * interval '8 hours', 1 + i % 8, timestamptz '2024-01-01 06:00Z' + i * interval '8 hours' + (1 + i % 8) * interval '1 hour' FROM generate_series(1, 300) i;
INSERT INTO block_of_numbers SELECT i, 1000 * i, 1000 * i + 99 + 100 * (i % 9), false FROM generate_series(1, 120) i;
INSERT INTO block_of_numbers SELECT 120 + i, 5000 * (i % 10), 5000 * (i % 10) + 4999, true FROM generate_series(1, 60) i;
INSERT INTO bracket SELECT 10 * r + b, r, CASE WHEN b > 0 THEN 1000 * b * r END, CASE WHEN b < 9 THEN 1000 * (b + 1) * r END FROM generate_series(1, 12) r, generate_series(0, 9) b;
