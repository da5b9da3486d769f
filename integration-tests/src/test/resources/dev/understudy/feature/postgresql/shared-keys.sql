-- One to one: the key of the child is the link; over two generations, and over two columns.
CREATE TABLE party (id int PRIMARY KEY, name varchar(40) NOT NULL);
CREATE TABLE person (party_id int PRIMARY KEY REFERENCES party, born date);
CREATE TABLE pilot (party_id int PRIMARY KEY REFERENCES person, licence varchar(12) NOT NULL UNIQUE);
CREATE TABLE booking (year int, number int, guests int NOT NULL, PRIMARY KEY (year, number));
CREATE TABLE booking_note (year int, number int, note text, PRIMARY KEY (year, number), FOREIGN KEY (year, number) REFERENCES booking);
CREATE TABLE badge (id int PRIMARY KEY, party_id int UNIQUE REFERENCES party);
INSERT INTO party SELECT i, 'Party ' || i FROM generate_series(1, 300) i;
INSERT INTO person SELECT i, date '1960-01-01' + 31 * i FROM generate_series(1, 300) i WHERE i % 3 > 0;
INSERT INTO pilot SELECT party_id, 'L-' || party_id FROM person WHERE party_id % 2 = 0;
INSERT INTO booking SELECT 2020 + i % 4, i, 1 + i % 5 FROM generate_series(1, 200) i;
INSERT INTO booking_note SELECT year, number, 'note' FROM booking WHERE number % 2 = 0;
INSERT INTO badge SELECT i, CASE WHEN i % 2 = 0 THEN i END FROM generate_series(1, 200) i;
