-- Conditions on one column and on several.
CREATE TABLE product (id int PRIMARY KEY, price decimal(10,2) NOT NULL CHECK (price > 0), discount decimal(10,2), rating int CHECK (rating BETWEEN 1 AND 5),
  size varchar(6) NOT NULL CHECK (size IN ('small', 'medium', 'large')), sku varchar(12) NOT NULL UNIQUE, starts date NOT NULL, ends date,
  CONSTRAINT product_discount CHECK (discount >= 0 AND discount < price), CONSTRAINT product_sku CHECK (sku REGEXP '^[A-Z]{3}-[0-9]{4}$'), CONSTRAINT product_ends CHECK (ends IS NULL OR ends > starts));
INSERT INTO product SELECT seq, 5 + seq * 0.75, if(seq % 3 = 0, seq * 0.25, NULL), if(seq % 4 > 0, 1 + seq % 5, NULL), elt(1 + seq % 3, 'small', 'medium', 'large'), concat(char(65 + seq % 26), 'BC-', lpad(seq, 4, '0')),
  date '2020-01-01' + INTERVAL seq DAY, if(seq % 3 > 0, date '2020-02-01' + INTERVAL seq DAY, NULL) FROM seq_1_to_200;
