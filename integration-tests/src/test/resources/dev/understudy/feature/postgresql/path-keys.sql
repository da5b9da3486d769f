-- Keys that are made from the key of the row above, within one table and around a ring.
CREATE TABLE node (path text PRIMARY KEY, above text REFERENCES node, title text NOT NULL);
CREATE TABLE branch (code text PRIMARY KEY, head text);
CREATE TABLE person (code text PRIMARY KEY, branch text NOT NULL REFERENCES branch, name text NOT NULL);
ALTER TABLE branch ADD FOREIGN KEY (head) REFERENCES person;
INSERT INTO node SELECT '/' || i, NULL, 'Node ' || i FROM generate_series(1, 30) i;
INSERT INTO node SELECT n.path || '/' || i, n.path, 'Node ' || n.path || i FROM node n, generate_series(1, 3) i;
INSERT INTO node SELECT n.path || '/' || i, n.path, 'Node ' || n.path || i FROM node n, generate_series(1, 2) i WHERE n.above IS NOT NULL;
INSERT INTO branch SELECT 'b' || i, NULL FROM generate_series(1, 60) i;
INSERT INTO person SELECT 'b' || i || '-' || j, 'b' || i, 'Person ' || i * j FROM generate_series(1, 60) i, generate_series(1, 4) j;
UPDATE branch SET head = code || '-2';
