-- Texts that ignore case, as key and link.
CREATE EXTENSION citext;
CREATE TABLE account (login citext PRIMARY KEY, email citext UNIQUE NOT NULL, CHECK (email LIKE '%@%'));
CREATE TABLE session (id int PRIMARY KEY, login citext NOT NULL REFERENCES account, agent citext);
INSERT INTO account SELECT 'Login' || i, 'Login' || i || '@Example.org' FROM generate_series(1, 120) i;
INSERT INTO session SELECT i, 'login' || (1 + i % 120), (ARRAY['Fox', 'fox', 'Chrome'])[1 + i % 3] FROM generate_series(1, 300) i;
