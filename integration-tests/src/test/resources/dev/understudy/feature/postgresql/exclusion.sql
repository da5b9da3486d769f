-- No two rows may overlap: per room, over all rows, for some rows only, over an expression, with equality alone.
CREATE EXTENSION btree_gist;
CREATE TABLE room (id int PRIMARY KEY, name varchar(20) NOT NULL);
CREATE TABLE reservation (
  id int PRIMARY KEY, room_id int NOT NULL REFERENCES room, during tsrange NOT NULL,
  CONSTRAINT reservation_free EXCLUDE USING gist (room_id WITH =, during WITH &&));
CREATE TABLE closing (id int PRIMARY KEY, days daterange NOT NULL, CONSTRAINT closing_apart EXCLUDE USING gist (days WITH &&));
CREATE TABLE rate (
  id int PRIMARY KEY, room_id int NOT NULL REFERENCES room, starts date NOT NULL, ends date NOT NULL, cancelled boolean NOT NULL, CHECK (starts < ends),
  CONSTRAINT rate_apart EXCLUDE USING gist (room_id WITH =, daterange(starts, ends) WITH &&) WHERE (NOT cancelled));
CREATE TABLE seat (id int PRIMARY KEY, room_id int NOT NULL REFERENCES room, label varchar(10) NOT NULL,
  CONSTRAINT seat_once EXCLUDE (room_id WITH =, label WITH =));
CREATE TABLE window_ (id int PRIMARY KEY, room_id int REFERENCES room, numbers int4range, at tstzrange,
  EXCLUDE USING gist (numbers WITH &&), EXCLUDE USING gist (room_id WITH =, at WITH &&) DEFERRABLE INITIALLY DEFERRED);
INSERT INTO room SELECT i, 'Room ' || i FROM generate_series(1, 12) i;
INSERT INTO reservation SELECT i, 1 + i % 12, tsrange(timestamp '2024-01-01 09:00' + (i / 12) * interval '1 day', timestamp '2024-01-01 10:00' + (i / 12) * interval '1 day' + (i % 5) * interval '1 hour') FROM generate_series(1, 300) i;
INSERT INTO closing SELECT i, daterange(date '2010-01-01' + 20 * i, date '2010-01-01' + 20 * i + 1 + i % 15) FROM generate_series(1, 150) i;
INSERT INTO rate SELECT i, 1 + i % 12, date '2024-01-01' + 10 * (i / 12), date '2024-01-01' + 10 * (i / 12) + 2 + i % 8, false FROM generate_series(1, 200) i;
INSERT INTO rate SELECT 200 + i, 1 + i % 12, date '2024-01-01', date '2024-06-01', true FROM generate_series(1, 60) i;
INSERT INTO seat SELECT row_number() OVER (), r, 'seat ' || s FROM generate_series(1, 12) r, generate_series(1, 10) s;
INSERT INTO window_ SELECT i, CASE WHEN i % 3 > 0 THEN 1 + i % 12 END, CASE WHEN i % 4 > 0 THEN int4range(10 * i, 10 * i + 1 + i % 9) END,
  tstzrange(timestamptz '2024-01-01 00:00Z' + i * interval '2 hours', timestamptz '2024-01-01 01:00Z' + i * interval '2 hours') FROM generate_series(1, 120) i;
