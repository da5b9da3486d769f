-- Tables without rows beside one that has some; a link to a table that stays empty.
CREATE TABLE empty_parent (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE child (id int PRIMARY KEY, parent_id int REFERENCES empty_parent, name text NOT NULL);
CREATE TABLE empty_child (id int PRIMARY KEY, child_id int NOT NULL REFERENCES child);
INSERT INTO child SELECT i, NULL, 'child ' || i FROM generate_series(1, 100) i;
