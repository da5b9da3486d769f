-- Stored and virtual columns, one of them unique, one with a condition, one in a link.
CREATE TABLE line (id int PRIMARY KEY, quantity int NOT NULL, price decimal(8,2) NOT NULL, total decimal(12,2) GENERATED ALWAYS AS (quantity * price) STORED, half decimal(12,2) GENERATED ALWAYS AS (price / 2) VIRTUAL,
  label varchar(40) NOT NULL, slug varchar(40) GENERATED ALWAYS AS (lcase(label)) STORED UNIQUE, CONSTRAINT line_quantity CHECK (quantity > 0), CONSTRAINT line_price CHECK (price >= 0), CONSTRAINT line_total CHECK (total <= 10000));
INSERT INTO line (id, quantity, price, label) SELECT seq, 1 + seq % 9, seq * 1.5, concat('Label ', seq) FROM seq_1_to_200;
