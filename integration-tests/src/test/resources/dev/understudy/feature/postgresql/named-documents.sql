-- Documents whose members a check names: one of two, or several together, which no other document passes.
CREATE TABLE filter (
  id int PRIMARY KEY, matcher jsonb NOT NULL,
  CONSTRAINT one_glob CHECK (
    (matcher ? 'version' AND matcher ->> 'version' <> '' AND matcher ->> 'package' <> '' AND NOT matcher ? 'glob')
    OR (matcher ? 'glob' AND matcher ->> 'glob' <> '' AND NOT matcher ? 'version')));
CREATE TABLE event (
  id int PRIMARY KEY, body jsonb NOT NULL, CONSTRAINT whole CHECK (body ?& ARRAY['kind', 'actor', 'at']), CONSTRAINT named CHECK (body ->> 'actor' <> ''));
INSERT INTO filter SELECT i, CASE WHEN i % 2 = 0 THEN jsonb_build_object('glob', 'lib-' || i % 20) ELSE jsonb_build_object('version', '1.' || i % 9, 'package', 'lib-' || i % 20) END
  FROM generate_series(1, 300) i;
INSERT INTO event SELECT i, jsonb_build_object('kind', (ARRAY['made', 'gone'])[1 + i % 2], 'actor', 'user ' || i % 30, 'at', i) FROM generate_series(1, 300) i;
