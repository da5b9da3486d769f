-- Unique for some rows only.
CREATE TABLE owner (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE address (id int PRIMARY KEY, owner_id int NOT NULL REFERENCES owner, street text NOT NULL, is_main boolean NOT NULL);
CREATE UNIQUE INDEX address_main ON address (owner_id) WHERE is_main;
CREATE TABLE account (id int PRIMARY KEY, login text NOT NULL, deleted_at timestamp, state varchar(8) NOT NULL CHECK (state IN ('new', 'active', 'gone')));
CREATE UNIQUE INDEX account_login ON account (login) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX account_one_new ON account ((state = 'new')) WHERE state = 'new' AND deleted_at IS NULL;
CREATE TABLE setting (id int PRIMARY KEY, owner_id int REFERENCES owner, name varchar(20) NOT NULL, value int NOT NULL);
CREATE UNIQUE INDEX setting_global ON setting (name) WHERE owner_id IS NULL;
CREATE UNIQUE INDEX setting_own ON setting (owner_id, name) WHERE owner_id IS NOT NULL;
CREATE TABLE job (id int PRIMARY KEY, owner_id int NOT NULL REFERENCES owner, priority int NOT NULL, done boolean);
CREATE UNIQUE INDEX job_urgent ON job (owner_id) WHERE priority > 8 AND done IS NOT TRUE;
INSERT INTO owner SELECT i, 'Owner ' || i FROM generate_series(1, 80) i;
INSERT INTO address SELECT i, 1 + i % 80, 'Street ' || i, i <= 60 FROM generate_series(1, 240) i;
INSERT INTO account SELECT i, 'login' || (i + 1) / 2, CASE WHEN i % 2 = 0 THEN timestamp '2024-01-01' + i * interval '1 hour' END,
  CASE WHEN i = 1 THEN 'new' WHEN i % 2 = 0 THEN 'gone' ELSE 'active' END FROM generate_series(1, 200) i;
INSERT INTO setting SELECT row_number() OVER (), o, 'key ' || k, (k * 7) % 10 FROM (SELECT NULL::int o UNION ALL SELECT generate_series(1, 40)) x, generate_series(1, 6) k;
INSERT INTO job SELECT i, 1 + i % 80, CASE WHEN i <= 80 THEN 9 ELSE i % 8 END, CASE i % 3 WHEN 0 THEN true WHEN 1 THEN false END FROM generate_series(1, 300) i;
