-- Types that nobody expects: none blocks a run.
CREATE EXTENSION ltree;
CREATE EXTENSION cube;
CREATE TABLE rare (
  id int PRIMARY KEY, path ltree NOT NULL, space cube, lsn pg_lsn, snap pg_snapshot, tx xid8, class regclass, o oid NOT NULL, n name NOT NULL, c "char", jp jsonpath, q tsquery, t tid, pl ltree[], label lquery);
CREATE INDEX rare_path ON rare USING gist (path);
INSERT INTO rare SELECT i, ('top.a' || i % 9)::ltree, cube(array[i, 2.0]), '16/B374D848', '10:20:10,14', '123', 'pg_class', i, 'n' || i, 'c', '$.a', 'a & b', '(0,1)', ARRAY['a.b'::ltree], '*.a.*' FROM generate_series(1, 100) i;
CREATE TABLE rare_key (path ltree PRIMARY KEY, lsn pg_lsn NOT NULL UNIQUE);
INSERT INTO rare_key SELECT ('top.k' || i)::ltree, ('0/' || to_hex(i))::pg_lsn FROM generate_series(1, 60) i;
-- Objects that name the table in which they are, as a check demands, with and without a default.
CREATE TABLE "Thing" (id int PRIMARY KEY, class regclass NOT NULL, CONSTRAINT thing_class CHECK (class::oid = ('public."Thing"'::regclass)::oid));
CREATE TABLE "Building" (id int PRIMARY KEY, class regclass NOT NULL DEFAULT '"Building"'::regclass);
INSERT INTO "Thing" SELECT i, 'public."Thing"' FROM generate_series(1, 100) i;
INSERT INTO "Building" SELECT i FROM generate_series(1, 100) i;
