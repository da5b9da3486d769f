-- A list of which half of the rows stays: new codes of the other half are none that stay.
CREATE TABLE category (code varchar(5) PRIMARY KEY, description varchar(100) NOT NULL);
CREATE TABLE report (id int PRIMARY KEY, category_code varchar(5) NOT NULL REFERENCES category, made date NOT NULL);
INSERT INTO category SELECT 'C' || i, 'Category ' || i FROM generate_series(1, 20) i;
INSERT INTO report SELECT i, 'C' || 2 + 2 * (i % 10), date '2024-01-01' + i FROM generate_series(1, 300) i;
