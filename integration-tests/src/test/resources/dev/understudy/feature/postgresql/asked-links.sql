-- Conditions that only the database can judge, over links that are chosen last: into the table itself, and around a ring.
CREATE TABLE chat (
  id int PRIMARY KEY, parent_id int REFERENCES chat, root_id int REFERENCES chat, acl jsonb NOT NULL DEFAULT '{}', title varchar(40) NOT NULL,
  CONSTRAINT chat_acl_is_object CHECK (jsonb_typeof(acl) = 'object'),
  CONSTRAINT chat_acl_of_roots CHECK ((parent_id IS NULL AND root_id IS NULL) OR acl = '{}'::jsonb));
CREATE FUNCTION may_lead(lead int, size int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lead IS NULL OR size > 1';
CREATE TABLE team (id int PRIMARY KEY, size int NOT NULL CHECK (size BETWEEN 1 AND 9), lead_id int, CONSTRAINT team_may_have_lead CHECK (may_lead(lead_id, size)));
CREATE TABLE person (id int PRIMARY KEY, team_id int NOT NULL REFERENCES team);
ALTER TABLE team ADD CONSTRAINT team_lead FOREIGN KEY (lead_id) REFERENCES person;
INSERT INTO chat SELECT i, NULL, NULL, CASE WHEN i % 2 = 0 THEN '{"open": true}'::jsonb ELSE '{}'::jsonb END, 'Chat ' || i FROM generate_series(1, 100) i;
INSERT INTO chat SELECT 100 + i, i, i, '{}', 'Answer ' || i FROM generate_series(1, 100) i;
INSERT INTO team SELECT i, 1 + i % 9, NULL FROM generate_series(1, 60) i;
INSERT INTO person SELECT i, 1 + i % 60 FROM generate_series(1, 300) i;
UPDATE team SET lead_id = id WHERE size > 1;
