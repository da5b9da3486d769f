-- Search vectors: written by a trigger of the server's, by one of the schema's own, generated, and by hand.
CREATE TABLE article (id int PRIMARY KEY, title text NOT NULL, body text, search tsvector NOT NULL);
CREATE TRIGGER article_search BEFORE INSERT OR UPDATE ON article FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger('search', 'pg_catalog.english', 'title', 'body');
CREATE TABLE page (id int PRIMARY KEY, title text NOT NULL, search tsvector);
CREATE FUNCTION page_search() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.search := setweight(to_tsvector('simple', NEW.title), 'A'); RETURN NEW; END $$;
CREATE TRIGGER page_search BEFORE INSERT OR UPDATE OF title ON page FOR EACH ROW EXECUTE FUNCTION page_search();
CREATE TABLE note (id int PRIMARY KEY, body text NOT NULL, search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, body)) STORED);
CREATE TABLE query (id int PRIMARY KEY, words tsvector NOT NULL, asked tsquery);
-- A dictionary and a configuration of the schema's own, of the same name as a table that needs it.
CREATE TEXT SEARCH DICTIONARY stem (TEMPLATE = snowball, language = 'english', stopwords = 'english');
CREATE TEXT SEARCH CONFIGURATION leaf (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION leaf ALTER MAPPING FOR asciiword, word WITH stem;
CREATE TABLE leaf (id int PRIMARY KEY, body text NOT NULL, search tsvector GENERATED ALWAYS AS (to_tsvector('leaf'::regconfig, body)) STORED);
INSERT INTO leaf SELECT i, 'Leaf ' || i FROM generate_series(1, 120) i;
CREATE INDEX article_gin ON article USING gin (search);
INSERT INTO article (id, title, body) SELECT i, 'Title number ' || i, 'The body of article ' || i FROM generate_series(1, 150) i;
INSERT INTO page (id, title) SELECT i, 'Page ' || i FROM generate_series(1, 150) i;
INSERT INTO note (id, body) SELECT i, 'Note ' || i FROM generate_series(1, 150) i;
INSERT INTO query SELECT i, to_tsvector('simple', 'word ' || i), to_tsquery('simple', 'word & ' || i) FROM generate_series(1, 60) i;
