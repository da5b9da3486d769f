CREATE SEQUENCE tick START WITH 100 INCREMENT BY 5;
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (
  id int unsigned NOT NULL, n bigint NOT NULL AUTO_INCREMENT,
  e enum('x','it''s, y','\\z') DEFAULT 'x' COMMENT 'a ''q'' `b`, (c',
  s set('a','b'), doc json, b1 bit(1) DEFAULT b'1', b7 bit(7), y year DEFAULT 2000, g point NOT NULL,
  u uuid DEFAULT uuid(), i6 inet6, ts timestamp NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
  dt datetime(6) DEFAULT NULL, tm time(3), f float, d double, dec1 decimal(30,5) unsigned zerofill,
  txt text DEFAULT 'long\nline', vb varbinary(16), bl blob, v varchar(20) CHARACTER SET latin1 COLLATE latin1_bin,
  z int GENERATED ALWAYS AS (id * 2) STORED, zz varchar(10) AS (concat(v, 'x')) VIRTUAL INVISIBLE,
  sq bigint DEFAULT nextval(tick), bo tinyint(1) NOT NULL DEFAULT 1, chk int CHECK (chk > 0), px int,
  `odd ``name` int NOT NULL DEFAULT 0,
  PRIMARY KEY (id), KEY auto (n), UNIQUE KEY uq (v(5), e), UNIQUE KEY uq2 (px, id), KEY kx (tm DESC, d),
  FULLTEXT KEY ft (txt), SPATIAL KEY sp (g), CONSTRAINT c1 CHECK (d > 0 and v <> 'a,b)'),
  CONSTRAINT fkp FOREIGN KEY (px) REFERENCES p (id) ON DELETE SET NULL
) COMMENT='tab''le' AUTO_INCREMENT=77;
CREATE TABLE versioned (id int PRIMARY KEY, x int) WITH SYSTEM VERSIONING;
CREATE TABLE history (
  id int PRIMARY KEY, rs timestamp(6) GENERATED ALWAYS AS ROW START, re timestamp(6) GENERATED ALWAYS AS ROW END,
  PERIOD FOR SYSTEM_TIME (rs, re)) WITH SYSTEM VERSIONING;
CREATE TABLE parts (id int, d date, PRIMARY KEY (id, d), UNIQUE KEY (d, id)) PARTITION BY RANGE (year(d))
  (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN maxvalue);
CREATE TABLE ring_a (id int PRIMARY KEY, b int, KEY (b));
CREATE TABLE ring_b (id int PRIMARY KEY, a int NOT NULL, FOREIGN KEY (a) REFERENCES ring_a (id) ON UPDATE CASCADE);
ALTER TABLE ring_a ADD CONSTRAINT a_to_b FOREIGN KEY (b) REFERENCES ring_b (id);
CREATE VIEW z1 AS SELECT id, v FROM t;
CREATE SQL SECURITY INVOKER VIEW a1 AS SELECT id AS q FROM z1 WHERE id > 0 WITH CASCADED CHECK OPTION;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN SET new.d = 1; END;
CREATE TRIGGER b_tr BEFORE INSERT ON t FOR EACH ROW SET new.d = 2;
CREATE FUNCTION fn(x int) RETURNS int DETERMINISTIC COMMENT 'hi' BEGIN RETURN x + 1; END;
CREATE PROCEDURE pr(IN x int, OUT y int) MODIFIES SQL DATA BEGIN SELECT x INTO y; END;
CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DO DELETE FROM p;
INSERT INTO p VALUES (1);
INSERT INTO t (id, px, v, d, g) VALUES (1, 1, 'abcdefg', 1, POINT(1, 2));
