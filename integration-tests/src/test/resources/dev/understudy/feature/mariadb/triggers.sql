-- Triggers that would change, refuse or copy rows.
CREATE TABLE stock (id int PRIMARY KEY, amount int NOT NULL, doubled int);
CREATE TABLE stock_log (id int AUTO_INCREMENT PRIMARY KEY, stock_id int NOT NULL, amount int NOT NULL);
INSERT INTO stock SELECT seq, seq * 3, NULL FROM seq_1_to_150;
INSERT INTO stock_log (stock_id, amount) SELECT 1 + seq % 150, seq FROM seq_1_to_200;
CREATE TRIGGER stock_logged AFTER INSERT ON stock FOR EACH ROW INSERT INTO stock_log (stock_id, amount) VALUES (NEW.id, NEW.amount);
CREATE TRIGGER stock_doubled BEFORE INSERT ON stock FOR EACH ROW SET NEW.doubled = NEW.amount * 2;
CREATE TRIGGER log_is_closed BEFORE INSERT ON stock_log FOR EACH ROW SIGNAL SQLSTATE '45000' SET message_text = 'not here';
