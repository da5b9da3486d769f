-- Texts that are equal though they are written differently: by case, by case and accents, in keys and in links.
CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE COLLATION base_letters (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
CREATE TABLE town (name varchar(40) COLLATE base_letters PRIMARY KEY, state char(2) COLLATE caseless NOT NULL);
CREATE TABLE account (
  login varchar(20) COLLATE caseless PRIMARY KEY, town varchar(40) COLLATE base_letters NOT NULL REFERENCES town,
  tag varchar(2) COLLATE caseless, UNIQUE (town, tag));
INSERT INTO town SELECT (ARRAY['Köln', 'Bonn', 'Zürich', 'Genève', 'Oslo', 'Malmö', 'Århus', 'Łódź', 'Lyon', 'Brno'])[1 + i % 10] || ' ' || i, (ARRAY['DE', 'CH', 'SE'])[1 + i % 3] FROM generate_series(1, 120) i;
INSERT INTO account SELECT 'User' || i, (SELECT name FROM town OFFSET i % 120 LIMIT 1), chr(97 + i / 120) FROM generate_series(1, 600) i;
