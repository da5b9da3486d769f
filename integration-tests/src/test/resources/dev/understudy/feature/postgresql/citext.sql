-- Texts that ignore case, as key and link.
CREATE EXTENSION citext;
CREATE TABLE account (login citext PRIMARY KEY, email citext UNIQUE NOT NULL, CHECK (email LIKE '%@%'));
CREATE TABLE session (id int PRIMARY KEY, login citext NOT NULL REFERENCES account, agent citext);
INSERT INTO account SELECT 'Login' || i, 'Login' || i || '@Example.org' FROM generate_series(1, 120) i;
INSERT INTO session SELECT i, 'login' || (1 + i % 120), (ARRAY['Fox', 'fox', 'Chrome'])[1 + i % 3] FROM generate_series(1, 300) i;
-- Patterns that match in any case, and that a child demands of the key it points at.
CREATE DOMAIN plate AS citext CHECK (VALUE ~* '^(?!x)[a-z]{2}-[0-9]{3}$');
CREATE TABLE vehicle (code citext PRIMARY KEY, seats int NOT NULL);
CREATE TABLE car (code plate PRIMARY KEY REFERENCES vehicle, colour text);
INSERT INTO vehicle SELECT CASE WHEN i % 2 = 0 THEN chr(65 + i % 20) || chr(97 + i % 7) || '-' || 100 + i ELSE 'boat ' || i END, 1 + i % 9 FROM generate_series(1, 300) i;
INSERT INTO car SELECT code, 'red' FROM vehicle WHERE code ~ '^[a-z]{2}-[0-9]{3}$';
