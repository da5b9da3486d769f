-- Domains with conditions, defaults, NOT NULL; a domain over a domain; an array of a domain.
CREATE DOMAIN percent AS numeric(5,2) CHECK (VALUE >= 0 AND VALUE <= 100);
CREATE DOMAIN high_percent AS percent CHECK (VALUE >= 50);
CREATE DOMAIN postcode AS varchar(10) NOT NULL CHECK (VALUE ~ '^[0-9]{5}$');
CREATE DOMAIN flag AS char(1) DEFAULT 'N' CHECK (VALUE IN ('Y', 'N'));
CREATE DOMAIN positive AS int CONSTRAINT positive_only CHECK (VALUE > 0);
CREATE DOMAIN digest AS bytea CHECK (VALUE IS NULL OR octet_length(VALUE) = 20);
CREATE TABLE shop (id positive PRIMARY KEY, share percent, best high_percent NOT NULL, code postcode, open flag NOT NULL, sizes positive[] NOT NULL);
CREATE TABLE visit (id serial PRIMARY KEY, shop_id positive NOT NULL REFERENCES shop, minutes positive);
CREATE TABLE file (id digest PRIMARY KEY, content digest, bytes int NOT NULL);
INSERT INTO shop SELECT i, CASE WHEN i % 5 > 0 THEN i % 100 END, 50 + i % 50, lpad(i::text, 5, '1'), CASE WHEN i % 3 = 0 THEN 'Y' ELSE 'N' END, ARRAY[i, i + 1]::positive[] FROM generate_series(1, 200) i;
INSERT INTO visit (shop_id, minutes) SELECT 1 + i % 200, CASE WHEN i % 7 > 0 THEN 1 + i % 90 END FROM generate_series(1, 400) i;
INSERT INTO file SELECT decode(md5(i::text) || '00000000', 'hex'), CASE WHEN i % 4 > 0 THEN decode(md5('x' || i) || '00000000', 'hex') END, i FROM generate_series(1, 200) i;
