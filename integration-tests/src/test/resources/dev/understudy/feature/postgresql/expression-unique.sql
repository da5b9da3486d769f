-- Unique over expressions: case, coalesce, a part of a text, a day, two columns together.
CREATE TABLE member (id int PRIMARY KEY, email text NOT NULL, nick varchar(20));
CREATE UNIQUE INDEX member_email ON member (lower(email));
CREATE UNIQUE INDEX member_nick ON member (upper(nick));
CREATE TABLE price (id int PRIMARY KEY, product text NOT NULL, shop int, valid date NOT NULL, amount numeric(8,2) NOT NULL);
CREATE UNIQUE INDEX price_one ON price (product, coalesce(shop, 0), valid);
CREATE TABLE visit (id int PRIMARY KEY, member_id int NOT NULL REFERENCES member, at timestamp NOT NULL);
CREATE UNIQUE INDEX visit_a_day ON visit (member_id, (at::date));
CREATE TABLE pair (id int PRIMARY KEY, a int NOT NULL REFERENCES member, b int NOT NULL REFERENCES member);
CREATE UNIQUE INDEX pair_either_way ON pair (least(a, b), greatest(a, b));
CREATE TABLE page (id int PRIMARY KEY, path varchar(60) NOT NULL, lang char(2) NOT NULL, live boolean NOT NULL);
CREATE UNIQUE INDEX page_path ON page (lang, md5(path)) WHERE live;
INSERT INTO member SELECT i, 'Member' || i || '@Example.org', CASE WHEN i % 3 > 0 THEN 'nick' || i END FROM generate_series(1, 150) i;
INSERT INTO price SELECT row_number() OVER (), 'product ' || p, CASE WHEN s > 0 THEN s END, date '2024-01-01' + 30 * v, 10 + p FROM generate_series(1, 20) p, generate_series(0, 3) s, generate_series(0, 3) v;
INSERT INTO visit SELECT row_number() OVER (), m, timestamp '2024-02-01 08:00' + d * interval '1 day' + m * interval '3 minutes' FROM generate_series(1, 60) m, generate_series(1, 5) d WHERE (m + d) % 2 = 0;
INSERT INTO pair SELECT row_number() OVER (), CASE WHEN i % 2 = 0 THEN i ELSE j END, CASE WHEN i % 2 = 0 THEN j ELSE i END FROM generate_series(1, 40) i, generate_series(1, 40) j WHERE i < j AND (i + j) % 5 = 0;
INSERT INTO page SELECT i, '/page/' || (i + 1) / 2, CASE WHEN i % 4 < 2 THEN 'en' ELSE 'de' END, i % 2 = 1 FROM generate_series(1, 200) i;
