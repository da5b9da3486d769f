-- Enum types (also as key, default and in a check) and composite types, nested and in arrays.
CREATE TYPE mood AS ENUM ('calm', 'glad', 'sad', 'über-glad', 'it''s odd');
CREATE TYPE place AS (street varchar(40), number int, zip char(5));
CREATE TYPE stay AS (at place, nights int);
CREATE TABLE mood_label (mood mood PRIMARY KEY, label text NOT NULL);
CREATE TABLE guest (id int PRIMARY KEY, mood mood NOT NULL DEFAULT 'calm' REFERENCES mood_label, before mood, home place, last stay, all_places place[], CHECK (before <> 'sad'));
CREATE TABLE hotel (id int PRIMARY KEY, at place NOT NULL);
INSERT INTO mood_label SELECT m, m::text FROM unnest(enum_range(NULL::mood)) m;
INSERT INTO guest SELECT i, (enum_range(NULL::mood))[1 + i % 5], CASE WHEN i % 3 = 0 THEN 'glad'::mood END, CASE WHEN i % 2 = 0 THEN ROW('Street ' || i, i, '12345')::place END,
  ROW(ROW('Road', i, '54321')::place, i % 9)::stay, ARRAY[ROW('Way', 1, '11111')::place] FROM generate_series(1, 200) i;
INSERT INTO hotel SELECT i, ROW('Street ' || i, i, '12345')::place FROM generate_series(1, 50) i;
