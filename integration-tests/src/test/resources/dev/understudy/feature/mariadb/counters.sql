-- auto_increment as key and beside one, sequences, defaults, times that write themselves.
CREATE SEQUENCE numbers START WITH 500 INCREMENT BY 5;
CREATE TABLE ticket (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, note varchar(30) DEFAULT 'none', made timestamp NOT NULL DEFAULT current_timestamp, changed datetime(3) DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3), token uuid NOT NULL DEFAULT uuid());
CREATE TABLE beside (code varchar(12) PRIMARY KEY, number int NOT NULL AUTO_INCREMENT, UNIQUE KEY (number));
CREATE TABLE numbered (id bigint PRIMARY KEY DEFAULT nextval(numbers), a int NOT NULL);
INSERT INTO ticket (note) SELECT concat('note ', seq) FROM seq_1_to_150;
INSERT INTO beside (code) SELECT concat('code ', seq) FROM seq_1_to_120;
INSERT INTO numbered (a) SELECT seq FROM seq_1_to_100;
