-- Views, one on another, and materialized views, one on another, one that was never filled, with an index.
CREATE TABLE sale (id int PRIMARY KEY, day date NOT NULL, amount numeric(10,2) NOT NULL);
CREATE VIEW sale_day AS SELECT day, sum(amount) AS total FROM sale GROUP BY day;
CREATE VIEW sale_month AS SELECT date_trunc('month', day) AS month, sum(total) AS total FROM sale_day GROUP BY 1;
CREATE MATERIALIZED VIEW sale_stored AS SELECT day, total FROM sale_day;
CREATE UNIQUE INDEX sale_stored_day ON sale_stored (day);
CREATE MATERIALIZED VIEW sale_top AS SELECT * FROM sale_stored ORDER BY total DESC LIMIT 5;
CREATE MATERIALIZED VIEW sale_later AS SELECT count(*) AS n FROM sale WITH NO DATA;
CREATE RULE sale_kept AS ON DELETE TO sale WHERE old.amount > 1000000 DO INSTEAD NOTHING;
INSERT INTO sale SELECT i, date '2024-01-01' + i % 90, i * 1.25 FROM generate_series(1, 300) i;
REFRESH MATERIALIZED VIEW sale_stored;
REFRESH MATERIALIZED VIEW sale_top;
