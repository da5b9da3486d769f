-- A pair of columns that points somewhere as long as its second one does, and each of which points somewhere by itself; one of
-- two links in each row.
CREATE TABLE mine (id uuid PRIMARY KEY, name varchar(60) NOT NULL);
CREATE TABLE permit (id int PRIMARY KEY, number varchar(9) NOT NULL);
CREATE TABLE mine_permit (mine_id uuid NOT NULL REFERENCES mine, permit_id int NOT NULL REFERENCES permit, PRIMARY KEY (mine_id, permit_id));
CREATE TABLE definition (id int PRIMARY KEY, name varchar(50) NOT NULL);
CREATE TABLE category (code varchar(5) PRIMARY KEY, description varchar(100) NOT NULL);
CREATE TABLE report (
  id int PRIMARY KEY, mine_id uuid NOT NULL REFERENCES mine, permit_id int REFERENCES permit,
  definition_id int REFERENCES definition, category_code varchar(5) REFERENCES category,
  FOREIGN KEY (mine_id, permit_id) REFERENCES mine_permit,
  CHECK (CASE WHEN category_code IS NULL THEN 0 ELSE 1 END + CASE WHEN definition_id IS NULL THEN 0 ELSE 1 END = 1));
INSERT INTO mine SELECT md5('mine ' || i)::uuid, 'Mine ' || i FROM generate_series(1, 120) i;
INSERT INTO permit SELECT i, 'P' || i FROM generate_series(1, 120) i;
INSERT INTO mine_permit SELECT md5('mine ' || i)::uuid, 1 + (i + 7 * j) % 120 FROM generate_series(1, 60) i, generate_series(1, 2) j;
INSERT INTO definition SELECT i, 'Definition ' || i FROM generate_series(1, 120) i;
INSERT INTO category SELECT 'C' || i, 'Category ' || i FROM generate_series(1, 120) i;
INSERT INTO report SELECT i, md5('mine ' || 1 + i % 120)::uuid, CASE WHEN i % 120 < 60 THEN 1 + (1 + i % 120 + 7) % 120 END,
  CASE WHEN i % 2 = 0 THEN 1 + i % 120 END, CASE WHEN i % 2 = 1 THEN 'C' || 1 + i % 120 END FROM generate_series(1, 300) i;
