-- Rings of two, three and more tables: nullable, deferrable, and one in which every link is required at once.
-- warns: required-ring
CREATE TABLE store (id int PRIMARY KEY, manager_id int);
CREATE TABLE clerk (id int PRIMARY KEY, store_id int NOT NULL REFERENCES store, name varchar(30) NOT NULL);
ALTER TABLE store ADD CONSTRAINT store_manager FOREIGN KEY (manager_id) REFERENCES clerk;
CREATE TABLE hen (id int PRIMARY KEY, egg_id int NOT NULL);
CREATE TABLE egg (id int PRIMARY KEY, hen_id int NOT NULL REFERENCES hen DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE hen ADD CONSTRAINT hen_egg FOREIGN KEY (egg_id) REFERENCES egg DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE one (id int PRIMARY KEY, two_id int NOT NULL);
CREATE TABLE two (id int PRIMARY KEY, three_id int NOT NULL);
CREATE TABLE three (id int PRIMARY KEY, one_id int NOT NULL REFERENCES one);
INSERT INTO store SELECT i FROM generate_series(1, 20) i;
INSERT INTO clerk SELECT i, 1 + i % 20, 'Clerk ' || i FROM generate_series(1, 120) i;
UPDATE store SET manager_id = id + 40 WHERE id % 4 > 0;
BEGIN;
INSERT INTO hen SELECT i, i FROM generate_series(1, 100) i;
INSERT INTO egg SELECT i, 101 - i FROM generate_series(1, 100) i;
COMMIT;
INSERT INTO one SELECT i, i FROM generate_series(1, 90) i;
INSERT INTO two SELECT i, i FROM generate_series(1, 90) i;
INSERT INTO three SELECT i, 91 - i FROM generate_series(1, 90) i;
ALTER TABLE one ADD CONSTRAINT one_two FOREIGN KEY (two_id) REFERENCES two;
ALTER TABLE two ADD CONSTRAINT two_three FOREIGN KEY (three_id) REFERENCES three;
