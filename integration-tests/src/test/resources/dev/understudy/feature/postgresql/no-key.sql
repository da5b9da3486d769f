-- Tables without a key, one of them with rows that repeat, one with a link.
CREATE TABLE sensor (id int PRIMARY KEY, kind varchar(10) NOT NULL);
CREATE TABLE reading (sensor_id int NOT NULL REFERENCES sensor, taken timestamp NOT NULL, value numeric(8,2));
CREATE TABLE message (level varchar(5) NOT NULL, body text);
INSERT INTO sensor SELECT i, CASE i % 2 WHEN 0 THEN 'heat' ELSE 'light' END FROM generate_series(1, 30) i;
INSERT INTO reading SELECT 1 + i % 30, timestamp '2024-03-01' + i * interval '11 minutes', CASE WHEN i % 9 > 0 THEN i % 100 / 3.0 END FROM generate_series(1, 500) i;
INSERT INTO message SELECT (ARRAY['INFO', 'WARN'])[1 + i % 2], 'message ' || i % 5 FROM generate_series(1, 200) i;
