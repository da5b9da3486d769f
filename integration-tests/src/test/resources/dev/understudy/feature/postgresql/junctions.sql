-- Tables between two others, with pairs that may stand only once; one with a third part of the key.
CREATE TABLE actor (id int PRIMARY KEY, name varchar(40) NOT NULL);
CREATE TABLE film (id int PRIMARY KEY, title varchar(60) NOT NULL);
CREATE TABLE cast_member (actor_id int REFERENCES actor, film_id int REFERENCES film, role varchar(20), PRIMARY KEY (actor_id, film_id));
CREATE TABLE award (id int PRIMARY KEY, actor_id int NOT NULL REFERENCES actor, film_id int NOT NULL REFERENCES film, year int NOT NULL,
  UNIQUE (actor_id, film_id, year));
CREATE TABLE rivalry (a int REFERENCES actor, b int REFERENCES actor, since int, PRIMARY KEY (a, b), CHECK (a < b));
INSERT INTO actor SELECT i, 'Actor ' || i FROM generate_series(1, 60) i;
INSERT INTO film SELECT i, 'Film ' || i FROM generate_series(1, 40) i;
INSERT INTO cast_member SELECT a, f, CASE WHEN f % 3 > 0 THEN 'role ' || f % 7 END FROM generate_series(1, 60) a, generate_series(1, 40) f WHERE (a * 7 + f * 3) % 11 < 2;
INSERT INTO award SELECT row_number() OVER (), a, f, 1990 + (a + f) % 30 FROM generate_series(1, 60) a, generate_series(1, 40) f WHERE (a + f) % 13 = 0;
INSERT INTO rivalry SELECT a, b, 1980 + a FROM generate_series(1, 60) a, generate_series(1, 60) b WHERE a < b AND (a * b) % 17 = 1;
