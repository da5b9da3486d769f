-- Conditions that are the database's own business.
CREATE TABLE measure (id int PRIMARY KEY, a decimal(8,2) NOT NULL, b decimal(8,2) NOT NULL, code varchar(9) NOT NULL,
  CONSTRAINT measure_least CHECK (least(a, b) >= 1 AND greatest(a, b) <= 500), CONSTRAINT measure_ratio CHECK (b / a < 20), CONSTRAINT measure_code CHECK (reverse(code) <> code AND crc32(code) % 3 > 0));
INSERT INTO measure SELECT seq, 1 + seq, 2 + seq, concat('C', seq) FROM seq_1_to_700 WHERE seq < 480 AND crc32(concat('C', seq)) % 3 > 0 AND reverse(concat('C', seq)) <> concat('C', seq);
CREATE TABLE node (id int PRIMARY KEY, host int, service int, grp varchar(20),
  CONSTRAINT node_either CHECK (if(grp IS NULL, host IS NOT NULL, host IS NULL AND service IS NULL) = 1));
INSERT INTO node SELECT seq, if(seq % 3 = 0, NULL, seq), if(seq % 3 = 1, seq, NULL), if(seq % 3 = 0, concat('group ', seq), NULL) FROM seq_1_to_300;
