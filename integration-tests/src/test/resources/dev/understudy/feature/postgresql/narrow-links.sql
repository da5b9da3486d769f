-- Columns that are shorter than the keys that they point at.
CREATE TABLE category (code varchar PRIMARY KEY, description varchar(100) NOT NULL);
CREATE TABLE section (code varchar(40) PRIMARY KEY REFERENCES category, title varchar(60) NOT NULL);
CREATE TABLE report (id serial PRIMARY KEY, category_code varchar(3) NOT NULL REFERENCES category, made date NOT NULL);
CREATE TABLE line (id serial PRIMARY KEY, report_id int NOT NULL REFERENCES report, section_code varchar(5) REFERENCES section);
INSERT INTO category SELECT chr(65 + i / 26) || chr(65 + i % 26) || 'X', 'Category ' || i FROM generate_series(0, 129) i;
INSERT INTO section SELECT code, 'Section ' || code FROM category;
INSERT INTO report (category_code, made) SELECT c.code, date '2024-01-01' + i FROM generate_series(1, 200) i
  JOIN (SELECT code, row_number() OVER (ORDER BY code) AS n FROM category) c ON c.n = 1 + i % 130;
INSERT INTO line (report_id, section_code) SELECT 1 + i % 200, r.category_code FROM generate_series(1, 300) i JOIN report r ON r.id = 1 + i % 200;
