-- Conditions and domains.
CREATE DOMAIN percent AS NUMERIC(5,2) CHECK (VALUE >= 0 AND VALUE <= 100);
CREATE TABLE product (id INT PRIMARY KEY, price NUMERIC(10,2) NOT NULL CHECK (price > 0), discount NUMERIC(10,2), share percent, rating INT CHECK (rating BETWEEN 1 AND 5), size VARCHAR(6) NOT NULL CHECK (size IN ('small', 'medium', 'large')),
  sku VARCHAR(12) NOT NULL UNIQUE CHECK (REGEXP_LIKE(sku, '^[A-Z]{3}-[0-9]{4}$')), starts DATE NOT NULL, ends DATE, CHECK (discount >= 0 AND discount < price), CHECK (ends IS NULL OR ends > starts), CHECK (LEAST(price, 1000) > 1), CHECK (CHAR_LENGTH(TRIM(size)) > 0));
INSERT INTO product SELECT x, 5 + x * 0.75, CASE WHEN MOD(x, 3) = 0 THEN x * 0.25 END, MOD(x, 100), CASE WHEN MOD(x, 4) > 0 THEN 1 + MOD(x, 5) END, CASE MOD(x, 3) WHEN 0 THEN 'small' WHEN 1 THEN 'medium' ELSE 'large' END, CHAR(65 + MOD(x, 26)) || 'BC-' || LPAD(x, 4, '0'),
  DATEADD(DAY, x, DATE '2020-01-01'), CASE WHEN MOD(x, 3) > 0 THEN DATEADD(DAY, x, DATE '2020-02-01') END FROM SYSTEM_RANGE(1, 200);
