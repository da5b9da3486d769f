-- Things of several kinds whose parts hang on things of the same kind: links that follow from wider ones, several keys over
-- the same columns, numbers of a list that are keys, keys that may be null but that others need.
CREATE EXTENSION btree_gist;
CREATE TABLE store (id varchar(20) PRIMARY KEY);
CREATE TABLE file_store (id varchar(20) PRIMARY KEY REFERENCES store, path text NOT NULL);
CREATE TABLE item (id varchar(20) PRIMARY KEY, store_id varchar(20) NOT NULL REFERENCES store, UNIQUE (store_id, id));
CREATE TABLE file_item (
  id varchar(20) PRIMARY KEY, store_id varchar(20) NOT NULL REFERENCES file_store, name varchar(40), UNIQUE (store_id, name),
  FOREIGN KEY (store_id, id) REFERENCES item (store_id, id));
CREATE TABLE org (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE role (id int PRIMARY KEY, scope varchar(12) NOT NULL CHECK (scope IN ('all', 'children', 'single')), UNIQUE (scope, id));
CREATE TABLE role_org (
  role_id int NOT NULL REFERENCES role, org_id int NOT NULL REFERENCES org, scope varchar(12) NOT NULL CHECK (scope = 'single'),
  PRIMARY KEY (role_id, org_id), FOREIGN KEY (role_id, scope) REFERENCES role (id, scope));
CREATE TABLE key_size (bits int PRIMARY KEY CHECK (bits IN (0, 256, 384, 521, 2048, 3072, 4096)));
CREATE TABLE key_kind (name varchar(10) PRIMARY KEY CHECK (name IN ('rsa', 'ecdsa', 'ed25519')));
CREATE TABLE key_form (kind varchar(10) NOT NULL REFERENCES key_kind, bits int NOT NULL REFERENCES key_size, UNIQUE (kind, bits));
CREATE TABLE visit (id int PRIMARY KEY, who varchar(20) NOT NULL);
CREATE TABLE visit_state (
  visit_id int NOT NULL REFERENCES visit, state varchar(10) NOT NULL CHECK (state IN ('new', 'open', 'done')),
  during tstzrange NOT NULL, UNIQUE (visit_id, state), EXCLUDE USING gist (visit_id WITH =, during WITH &&));
CREATE TABLE order_class (id smallint UNIQUE CHECK (id IN (1, 2, 3, 4)), name text PRIMARY KEY);
CREATE TABLE purchase (id int PRIMARY KEY, class_id smallint NOT NULL REFERENCES order_class (id), ordered date NOT NULL);
INSERT INTO store SELECT 'store ' || i FROM generate_series(1, 100) i;
INSERT INTO file_store SELECT id, '/srv/' || id FROM store;
INSERT INTO item SELECT 'item ' || i, 'store ' || i FROM generate_series(1, 100) i;
INSERT INTO file_item SELECT id, store_id, CASE WHEN id LIKE '%3%' THEN 'File ' || id END FROM item;
INSERT INTO org SELECT i, 'Org ' || i FROM generate_series(1, 100) i;
INSERT INTO role SELECT i, (ARRAY['all', 'children', 'single'])[1 + i % 3] FROM generate_series(1, 100) i;
INSERT INTO role_org SELECT 2 + 3 * (i % 33), i, 'single' FROM generate_series(1, 100) i;
INSERT INTO key_size VALUES (0), (256), (384), (521), (2048), (3072), (4096);
INSERT INTO key_kind VALUES ('rsa'), ('ecdsa'), ('ed25519');
INSERT INTO key_form SELECT name, bits FROM key_kind, key_size;
INSERT INTO visit SELECT i, 'Visitor ' || i FROM generate_series(1, 120) i;
INSERT INTO visit_state SELECT i, (ARRAY['new', 'open', 'done'])[j],
  tstzrange(timestamptz '2024-01-01 00:00Z' + i * interval '2 hours' + j * interval '10 minutes', timestamptz '2024-01-01 00:05Z' + i * interval '2 hours' + j * interval '10 minutes')
  FROM generate_series(1, 120) i, generate_series(1, 3) j WHERE j <= 1 + i % 3;
INSERT INTO order_class VALUES (1, 'Order'), (2, 'Offer'), (3, 'Quotation'), (4, 'Request');
INSERT INTO purchase SELECT i, 1 + i % 4, date '2024-01-01' + i FROM generate_series(1, 200) i;
