-- Links to unique keys that are not the primary one; a key that a unique index makes.
CREATE TABLE currency (id serial PRIMARY KEY, iso char(3) NOT NULL UNIQUE, label varchar(30));
CREATE TABLE product (id serial PRIMARY KEY, maker int NOT NULL, model varchar(12) NOT NULL);
CREATE UNIQUE INDEX product_model ON product (maker, model);
CREATE TABLE price (id serial PRIMARY KEY, iso char(3) NOT NULL REFERENCES currency (iso) ON UPDATE CASCADE,
  maker int NOT NULL, model varchar(12) NOT NULL, amount numeric(10,2) NOT NULL,
  FOREIGN KEY (maker, model) REFERENCES product (maker, model) ON DELETE CASCADE);
CREATE TABLE person (id serial PRIMARY KEY, handle text UNIQUE, email text UNIQUE);
CREATE TABLE post (id serial PRIMARY KEY, author text REFERENCES person (handle) ON DELETE SET NULL);
INSERT INTO currency (iso, label) SELECT chr(65 + i) || 'UR', 'money ' || i FROM generate_series(0, 11) i;
INSERT INTO product (maker, model) SELECT 1 + i % 9, 'M' || i FROM generate_series(1, 100) i;
INSERT INTO price (iso, maker, model, amount) SELECT chr(65 + i % 12) || 'UR', maker, model, 5 + i * 1.25
  FROM product, generate_series(1, 3) i;
INSERT INTO person (handle, email) SELECT CASE WHEN i % 4 > 0 THEN 'user' || i END, 'user' || i || '@example.org' FROM generate_series(1, 120) i;
INSERT INTO post (author) SELECT CASE WHEN i % 5 > 0 THEN 'user' || (1 + 4 * (i % 29)) END FROM generate_series(1, 300) i;
