-- Rings in which a column would get its value from itself: an area and its chief, who belongs to that area; a lock and its current key.
CREATE TABLE area (id text PRIMARY KEY, name text NOT NULL, chief_id int);
CREATE TABLE worker (id int PRIMARY KEY, area_id text NOT NULL REFERENCES area, name text NOT NULL, UNIQUE (id, area_id));
ALTER TABLE area ADD CONSTRAINT area_chief FOREIGN KEY (chief_id, id) REFERENCES worker (id, area_id);
CREATE TABLE lock (id text PRIMARY KEY, current_key text NOT NULL, room varchar(20));
CREATE TABLE key (id text PRIMARY KEY, lock_id text NOT NULL REFERENCES lock DEFERRABLE INITIALLY DEFERRED, cut date, UNIQUE (lock_id, id));
ALTER TABLE lock ADD CONSTRAINT lock_current FOREIGN KEY (id, current_key) REFERENCES key (lock_id, id) DEFERRABLE INITIALLY DEFERRED;
INSERT INTO area SELECT 'area ' || i, 'Area ' || i FROM generate_series(1, 40) i;
INSERT INTO worker SELECT i, 'area ' || 1 + i % 40, 'Worker ' || i FROM generate_series(1, 300) i;
UPDATE area SET chief_id = (SELECT min(w.id) FROM worker w WHERE w.area_id = area.id) WHERE name LIKE '%5' OR name LIKE '%2%';
BEGIN;
INSERT INTO lock SELECT 'lock ' || i, 'key ' || i || '.' || 1 + i % 2, 'Room ' || i FROM generate_series(1, 120) i;
INSERT INTO key SELECT 'key ' || i || '.' || j, 'lock ' || i, date '2024-01-01' + i FROM generate_series(1, 120) i, generate_series(1, 3) j WHERE j < 3 OR i % 2 = 0;
COMMIT;
