-- Keys and links that are judged at commit.
CREATE TABLE track (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED, album int NOT NULL, position int NOT NULL, UNIQUE (album, position) DEFERRABLE INITIALLY IMMEDIATE);
CREATE TABLE node (id int PRIMARY KEY, parent_id int REFERENCES node DEFERRABLE INITIALLY DEFERRED, next_id int UNIQUE DEFERRABLE REFERENCES node DEFERRABLE INITIALLY IMMEDIATE);
INSERT INTO track SELECT i, 1 + i / 10, i % 10 FROM generate_series(1, 200) i;
INSERT INTO node SELECT i, CASE WHEN i > 5 THEN i / 3 END, CASE WHEN i > 1 THEN i - 1 END FROM generate_series(1, 150) i;
