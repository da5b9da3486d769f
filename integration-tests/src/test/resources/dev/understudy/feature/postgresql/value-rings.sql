-- warns: required-ring
-- Rings in which a column would get its value from itself: an area and its chief, who belongs to that area; a lock and its current key;
-- a method whose key is that of a wider thing, and the configuration that it must have.
CREATE TABLE area (id text PRIMARY KEY, name text NOT NULL, chief_id int);
CREATE TABLE worker (id int PRIMARY KEY, area_id text NOT NULL REFERENCES area, name text NOT NULL, UNIQUE (id, area_id));
ALTER TABLE area ADD CONSTRAINT area_chief FOREIGN KEY (chief_id, id) REFERENCES worker (id, area_id);
CREATE TABLE lock (id text PRIMARY KEY, current_key text NOT NULL, room varchar(20));
CREATE TABLE key (id text PRIMARY KEY, lock_id text NOT NULL REFERENCES lock DEFERRABLE INITIALLY DEFERRED, cut date, UNIQUE (lock_id, id));
ALTER TABLE lock ADD CONSTRAINT lock_current FOREIGN KEY (id, current_key) REFERENCES key (lock_id, id) DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE method (id text PRIMARY KEY);
CREATE TABLE password_method (id text PRIMARY KEY REFERENCES method, conf_id text NOT NULL);
CREATE TABLE conf (id text PRIMARY KEY, method_id text NOT NULL REFERENCES password_method DEFERRABLE INITIALLY DEFERRED, UNIQUE (method_id, id));
ALTER TABLE password_method ADD CONSTRAINT password_method_conf FOREIGN KEY (id, conf_id) REFERENCES conf (method_id, id) DEFERRABLE INITIALLY DEFERRED;
INSERT INTO area SELECT 'area ' || i, 'Area ' || i FROM generate_series(1, 40) i;
INSERT INTO worker SELECT i, 'area ' || 1 + i % 40, 'Worker ' || i FROM generate_series(1, 300) i;
UPDATE area SET chief_id = (SELECT min(w.id) FROM worker w WHERE w.area_id = area.id) WHERE name LIKE '%5' OR name LIKE '%2%';
BEGIN;
INSERT INTO lock SELECT 'lock ' || i, 'key ' || i || '.' || 1 + i % 2, 'Room ' || i FROM generate_series(1, 120) i;
INSERT INTO key SELECT 'key ' || i || '.' || j, 'lock ' || i, date '2024-01-01' + i FROM generate_series(1, 120) i, generate_series(1, 3) j WHERE j < 3 OR i % 2 = 0;
INSERT INTO method SELECT 'method ' || i FROM generate_series(1, 150) i;
INSERT INTO password_method SELECT 'method ' || i, 'conf ' || i || '.1' FROM generate_series(1, 110) i;
INSERT INTO conf SELECT 'conf ' || i || '.' || j, 'method ' || i FROM generate_series(1, 110) i, generate_series(1, 2) j WHERE j = 1 OR i % 3 = 0;
COMMIT;
-- Required at once, and the narrow link alone is deferrable: the wide one is what has to be opened all the same.
CREATE TABLE scheme (id int PRIMARY KEY, version int NOT NULL);
CREATE TABLE version (scheme_id int NOT NULL REFERENCES scheme DEFERRABLE INITIALLY DEFERRED, nr int NOT NULL, PRIMARY KEY (scheme_id, nr));
BEGIN;
INSERT INTO scheme SELECT i, 1 + i % 2 FROM generate_series(1, 90) i;
INSERT INTO version SELECT i, j FROM generate_series(1, 90) i, generate_series(1, 3) j;
COMMIT;
ALTER TABLE scheme ADD CONSTRAINT scheme_version FOREIGN KEY (id, version) REFERENCES version (scheme_id, nr);
