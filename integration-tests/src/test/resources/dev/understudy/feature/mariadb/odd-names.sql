-- Names that need quotes.
CREATE TABLE `select` (`order` int PRIMARY KEY, `Group` varchar(30) NOT NULL);
CREATE TABLE `Tä ble` (`Ke y` int AUTO_INCREMENT PRIMARY KEY, `from` int NOT NULL, `per%cent` decimal(5,2), `größe` int, `a.b` varchar(20) DEFAULT 'it''s', CONSTRAINT `a link` FOREIGN KEY (`from`) REFERENCES `select` (`order`), CONSTRAINT `Check it` CHECK (`per%cent` between 0 and 100));
INSERT INTO `select` SELECT seq, concat('group ', seq % 4) FROM seq_1_to_60;
INSERT INTO `Tä ble` (`from`, `per%cent`, `größe`, `a.b`) SELECT 1 + seq % 60, seq % 100, seq, concat('x', seq) FROM seq_1_to_150;
