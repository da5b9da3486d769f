-- Conditions that are understood: ranges, lists, patterns, comparisons between columns, arithmetic, one of several.
CREATE TABLE product (
  id int PRIMARY KEY,
  price numeric(10,2) NOT NULL CHECK (price > 0), discount numeric(10,2) CHECK (discount >= 0 AND discount < price),
  rating int CHECK (rating BETWEEN 1 AND 5),
  size varchar(6) NOT NULL CHECK (size IN ('small', 'medium', 'large')),
  sku varchar(12) NOT NULL UNIQUE CHECK (sku ~ '^[A-Z]{3}-[0-9]{4}$'),
  label text CHECK (length(label) <= 30 AND label <> ''),
  url text CHECK (url LIKE 'https://%'));
CREATE TABLE contract (
  id int PRIMARY KEY, starts date NOT NULL, ends date, gross numeric(12,2) NOT NULL, tax numeric(12,2) NOT NULL, net numeric(12,2) NOT NULL,
  hours int NOT NULL, minutes int NOT NULL,
  CHECK (ends IS NULL OR ends > starts), CHECK (gross = net + tax), CHECK (net >= 0 AND tax >= 0),
  CHECK (hours * 60 + minutes <= 1440 AND hours >= 0), CHECK (minutes BETWEEN 0 AND 59));
CREATE TABLE contact (
  id int PRIMARY KEY, email varchar(60), phone varchar(30), kind char(1) NOT NULL, company varchar(30),
  CHECK (num_nonnulls(email, phone) >= 1), CHECK (kind IN ('p', 'c')), CHECK ((kind = 'c') = (company IS NOT NULL)),
  CHECK (email IS NULL OR position('@' in email) > 1));
CREATE TABLE shape (
  id int PRIMARY KEY, width int NOT NULL, height int NOT NULL, area int NOT NULL, even int NOT NULL, ratio double precision NOT NULL,
  CHECK (width > 0 AND height > 0 AND width <= 1000 AND height <= 1000), CHECK (area = width * height), CHECK (even % 2 = 0), CHECK (ratio > 0 AND ratio <= 1));
INSERT INTO product SELECT i, 5 + i * 0.75, CASE WHEN i % 3 = 0 THEN i * 0.25 END, CASE WHEN i % 4 > 0 THEN 1 + i % 5 END,
  (ARRAY['small', 'medium', 'large'])[1 + i % 3], chr(65 + i % 26) || 'BC-' || lpad(i::text, 4, '0'), CASE WHEN i % 5 > 0 THEN 'label ' || i END,
  CASE WHEN i % 2 = 0 THEN 'https://example.org/' || i END FROM generate_series(1, 200) i;
INSERT INTO contract SELECT i, date '2020-01-01' + 3 * i, CASE WHEN i % 3 > 0 THEN date '2020-01-01' + 3 * i + 30 + i % 60 END,
  119 + 1.19 * i, 19 + 0.19 * i, 100 + i, i % 20, i % 60 FROM generate_series(1, 200) i;
INSERT INTO contact SELECT i, CASE WHEN i % 3 > 0 THEN 'c' || i || '@example.org' END, CASE WHEN i % 3 < 2 THEN '+49 30 ' || 100000 + i END,
  CASE WHEN i % 4 = 0 THEN 'c' ELSE 'p' END, CASE WHEN i % 4 = 0 THEN 'Company ' || i END FROM generate_series(1, 200) i;
INSERT INTO shape SELECT i, i, 201 - i, i * (201 - i), 2 * i, (1 + i % 100) / 100.0 FROM generate_series(1, 200) i;
