-- Views, functions, procedures, comments, character sets.
CREATE TABLE sale (id int PRIMARY KEY COMMENT 'a number', day date NOT NULL, amount decimal(10,2) NOT NULL, note varchar(20) CHARACTER SET latin1 COLLATE latin1_german2_ci, KEY by_day (day)) COMMENT = 'Sales; it''s all';
CREATE FUNCTION net(gross decimal(10,2)) RETURNS decimal(10,2) DETERMINISTIC RETURN gross / 1.19;
CREATE PROCEDURE forget() DELETE FROM sale WHERE amount > 1000000;
CREATE VIEW sale_day AS SELECT day, sum(amount) AS total FROM sale GROUP BY day;
CREATE VIEW sale_best AS SELECT max(total) AS best FROM sale_day;
INSERT INTO sale SELECT seq, date '2024-01-01' + INTERVAL seq % 90 DAY, seq * 1.25, concat('note ', seq % 9) FROM seq_1_to_300;
