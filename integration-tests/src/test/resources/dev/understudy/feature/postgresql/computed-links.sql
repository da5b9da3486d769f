-- Links over columns that the database computes: a child that names its kind, a key that is computed, and one that leaves no choice.
-- left: shelf rests on a computed column alone
-- warns: computed-link
CREATE TABLE medium (id int PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('book', 'disc')), title text NOT NULL, UNIQUE (id, kind));
CREATE TABLE chapter (id int PRIMARY KEY, medium_id int NOT NULL, kind text NOT NULL GENERATED ALWAYS AS ('book') STORED, pages int NOT NULL, FOREIGN KEY (medium_id, kind) REFERENCES medium (id, kind));
CREATE TABLE track (id int PRIMARY KEY, medium_id int, kind text NOT NULL GENERATED ALWAYS AS ('disc'::text) STORED, minutes int, FOREIGN KEY (medium_id, kind) REFERENCES medium (id, kind));
CREATE TABLE tag (id int PRIMARY KEY, label text NOT NULL, slug text GENERATED ALWAYS AS (lower(label)) STORED UNIQUE);
CREATE TABLE tagging (id int PRIMARY KEY, medium_id int NOT NULL REFERENCES medium (id), slug text NOT NULL REFERENCES tag (slug));
CREATE TABLE place (code varchar(10) PRIMARY KEY, name text);
CREATE TABLE shelf (id int PRIMARY KEY, place text NOT NULL, place_code varchar(10) GENERATED ALWAYS AS (upper(place)) STORED REFERENCES place);
INSERT INTO medium SELECT i, CASE WHEN i % 3 = 0 THEN 'disc' ELSE 'book' END, 'Title ' || i FROM generate_series(1, 300) i;
INSERT INTO chapter (id, medium_id, pages) SELECT row_number() OVER (), id, 5 + (id * n) % 40 FROM medium, generate_series(1, 4) n WHERE kind = 'book' AND (id + n) % 2 = 0;
INSERT INTO track (id, medium_id, minutes) SELECT row_number() OVER (), CASE WHEN n < 6 THEN id END, 1 + (id * n) % 9 FROM medium, generate_series(1, 6) n WHERE kind = 'disc';
INSERT INTO tag SELECT i, 'Tag' || i FROM generate_series(1, 40) i;
INSERT INTO tagging SELECT i, 1 + i % 300, 'tag' || 1 + i % 40 FROM generate_series(1, 500) i;
INSERT INTO place SELECT 'P' || i, 'Place ' || i FROM generate_series(1, 30) i;
INSERT INTO shelf SELECT i, 'p' || 1 + i % 30 FROM generate_series(1, 200) i;
