-- An index over a function of the user's own that calls compiled code of an extension under another name.
-- needs: unaccent
CREATE EXTENSION unaccent;
CREATE FUNCTION steady_unaccent(regdictionary, text) RETURNS text LANGUAGE c IMMUTABLE PARALLEL SAFE STRICT AS '$libdir/unaccent', 'unaccent_dict';
CREATE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT public.steady_unaccent('public.unaccent', $1) $$;
CREATE TABLE artist (id int PRIMARY KEY, name text NOT NULL);
CREATE INDEX artist_plain ON artist (lower(plain(name)));
INSERT INTO artist SELECT i, 'Artíst ' || i FROM generate_series(1, 150) i;
