-- Triggers that would change, refuse or copy rows; one is switched off, one fires always.
CREATE TABLE stock (id int PRIMARY KEY, amount int NOT NULL, changed timestamp);
CREATE TABLE stock_log (id serial PRIMARY KEY, stock_id int NOT NULL, amount int NOT NULL);
CREATE TABLE doc (id int PRIMARY KEY, body text NOT NULL, length int);
CREATE FUNCTION log_stock() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO stock_log (stock_id, amount) VALUES (NEW.id, NEW.amount); RETURN NEW; END $$;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not here'; END $$;
CREATE FUNCTION measure() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.length := length(NEW.body); RETURN NEW; END $$;
INSERT INTO stock SELECT i, i * 3, timestamp '2024-05-01' + i * interval '1 minute' FROM generate_series(1, 150) i;
INSERT INTO stock_log (stock_id, amount) SELECT 1 + i % 150, i FROM generate_series(1, 200) i;
INSERT INTO doc SELECT i, 'body ' || i, 6 FROM generate_series(1, 100) i;
CREATE TRIGGER stock_logged AFTER INSERT OR UPDATE ON stock FOR EACH ROW EXECUTE FUNCTION log_stock();
CREATE TRIGGER log_is_closed BEFORE INSERT ON stock_log FOR EACH STATEMENT EXECUTE FUNCTION refuse();
CREATE TRIGGER doc_measured BEFORE INSERT OR UPDATE OF body ON doc FOR EACH ROW EXECUTE FUNCTION measure();
CREATE TRIGGER doc_off BEFORE INSERT ON doc FOR EACH ROW EXECUTE FUNCTION refuse();
ALTER TABLE doc DISABLE TRIGGER doc_off;
ALTER TABLE stock ENABLE ALWAYS TRIGGER stock_logged;
