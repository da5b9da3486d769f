-- Tables that point at themselves: a tree, a chain that each row must be part of, and one over two columns.
CREATE TABLE staff (id int PRIMARY KEY, manager_id int REFERENCES staff, name varchar(40) NOT NULL);
CREATE TABLE folder (id serial PRIMARY KEY, root_id int NOT NULL REFERENCES folder DEFERRABLE INITIALLY DEFERRED, label text NOT NULL);
CREATE TABLE account (
  bank int, number int, main_number int, PRIMARY KEY (bank, number),
  FOREIGN KEY (bank, main_number) REFERENCES account (bank, number));
INSERT INTO staff SELECT i, CASE WHEN i > 1 THEN i / 4 + (i < 4)::int END, 'Person ' || i FROM generate_series(1, 200) i;
INSERT INTO folder SELECT i, CASE WHEN i % 3 = 0 THEN i ELSE 3 * (i / 3) + 3 END, 'folder ' || i FROM generate_series(1, 150) i;
SELECT setval('folder_id_seq', 150);
INSERT INTO account SELECT 1 + i % 4, i, CASE WHEN i > 20 AND i % 2 = 0 THEN i - 20 END FROM generate_series(1, 200) i;
