-- Floating point with declared digits, whose values reach up to the last of them.
CREATE TABLE discount (id int AUTO_INCREMENT PRIMARY KEY, percent float(6,4) NOT NULL, factor double(4,2), credit double unsigned, CHECK (percent >= 0));
INSERT INTO discount SELECT seq, 99.9999 - sqrt(seq) / 50, if(seq % 7, 99.99 - 0.01 * (seq % 90), -99.99), seq * 1.5 FROM seq_1_to_600;
