-- Points, lines, boxes, paths, polygons, circles.
CREATE TABLE figure (id int PRIMARY KEY, p point NOT NULL, l line, s lseg, b box NOT NULL, pa path, po polygon NOT NULL, c circle,
  CHECK (p[0] BETWEEN -180 AND 180), CHECK (c IS NULL OR radius(c) > 0));
CREATE INDEX figure_b ON figure USING gist (b);
INSERT INTO figure SELECT i, point(i % 180, i % 90), line(point(0, 0), point(1, i)), lseg(point(0, 0), point(i, 1)), box(point(0, 0), point(i, i)), path '((0,0),(1,1),(2,0))', polygon '((0,0),(1,1),(2,0))', circle(point(i, i), 2) FROM generate_series(1, 200) i;
