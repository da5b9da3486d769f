-- Rows that may point at a few listed rows of a long list only, though these could own them; other columns depend on it.
CREATE TABLE party_class (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE party (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE account (
  class_id int NOT NULL REFERENCES party_class CHECK (class_id = ANY (ARRAY[1, 2])),
  number varchar(32) NOT NULL, party_id int NOT NULL REFERENCES party, currency char(3), closed date, reason text,
  PRIMARY KEY (class_id, number, party_id),
  CHECK (class_id IN (1, 2, 3) AND currency IS NOT NULL),
  CHECK (closed IS NULL AND reason IS NULL OR closed IS NOT NULL AND reason IS NOT NULL));
CREATE UNIQUE INDEX ON account (number) WHERE class_id = 2;
INSERT INTO party_class SELECT i, 'Class ' || i FROM generate_series(1, 120) i;
INSERT INTO party SELECT i, 'Party ' || i FROM generate_series(1, 120) i;
INSERT INTO account
  SELECT 1 + i / 120, 'N' || i, 1 + (7 * i) % 120, (ARRAY['EUR', 'USD', 'CHF'])[1 + i % 3],
    CASE WHEN i % 3 = 0 THEN date '2024-01-01' + i END, CASE WHEN i % 3 = 0 THEN 'Reason ' || i % 7 END
  FROM generate_series(1, 130) i;
