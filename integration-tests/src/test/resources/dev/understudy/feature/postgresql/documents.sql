-- json, jsonb, xml, hstore; conditions that look inside.
CREATE EXTENSION hstore;
CREATE TABLE doc (
  id int PRIMARY KEY, j json NOT NULL, b jsonb NOT NULL DEFAULT '{}', list jsonb, x xml, h hstore, hn hstore NOT NULL,
  CHECK (jsonb_typeof(b) = 'object'), CHECK (list IS NULL OR jsonb_typeof(list) = 'array'));
CREATE INDEX doc_b ON doc USING gin (b);
INSERT INTO doc SELECT i, json_build_object('n', i, 'name', 'doc ' || i), jsonb_build_object('a', i % 5, 'tags', jsonb_build_array('x', i)), CASE WHEN i % 3 > 0 THEN jsonb_build_array(i, i + 1) END,
  CASE WHEN i % 2 = 0 THEN xmlelement(name item, i) END, hstore('k', i::text), hstore('a', NULL) FROM generate_series(1, 200) i;
