-- Links across schemas, equal names in several, a type and a function of another schema.
CREATE SCHEMA sales;
CREATE SCHEMA "Stock Room";
CREATE TYPE sales.channel AS ENUM ('web', 'shop', 'phone');
CREATE FUNCTION sales.net(numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round($1 / 1.19, 2)';
CREATE TABLE public.item (id serial PRIMARY KEY, name text NOT NULL);
CREATE TABLE sales.item (id serial PRIMARY KEY, item_id int NOT NULL REFERENCES public.item, how sales.channel NOT NULL);
CREATE TABLE "Stock Room".item (id int PRIMARY KEY REFERENCES public.item, shelf "char", sold_id int REFERENCES sales.item);
CREATE VIEW sales.web AS SELECT i.id, p.name FROM sales.item i JOIN public.item p ON p.id = i.item_id WHERE how = 'web';
INSERT INTO item (name) SELECT 'item ' || i FROM generate_series(1, 100) i;
INSERT INTO sales.item (item_id, how) SELECT 1 + i % 100, (ARRAY['web', 'shop', 'phone']::sales.channel[])[1 + i % 3] FROM generate_series(1, 250) i;
INSERT INTO "Stock Room".item SELECT i, chr(65 + i % 5)::"char", CASE WHEN i % 2 = 0 THEN i END FROM generate_series(1, 80) i;
