-- Texts of forms that only functions know: documents, versions, times of a schedule, zones.
CREATE FUNCTION is_pairs(t text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN RETURN json_array_length(t::json) > 0 AND json_array_length(t::json) % 2 = 0;
EXCEPTION WHEN OTHERS THEN RETURN false; END $$;
CREATE FUNCTION is_version(t text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN RETURN cardinality(string_to_array(t, '.')::int[]) = 3; EXCEPTION WHEN OTHERS THEN RETURN false; END $$;
CREATE FUNCTION is_schedule(t text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN RETURN cardinality(regexp_split_to_array(t, ' ')) = 5 AND t ~ '^[-*0-9,/ ]+$'; END $$;
CREATE FUNCTION is_zone(t text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN PERFORM now() AT TIME ZONE t; RETURN t ~ '/'; EXCEPTION WHEN OTHERS THEN RETURN false; END $$;
CREATE TABLE issue (
  id int PRIMARY KEY, holding text NOT NULL CHECK (is_pairs(holding)), since varchar(20) NOT NULL CHECK (is_version(since)),
  due varchar(40) NOT NULL CHECK (is_schedule(due)), zone varchar(40) NOT NULL CHECK (is_zone(zone)));
INSERT INTO issue SELECT i, '["' || chr(97 + i % 26) || '", "' || i || '"]', '1.' || i || '.0', i % 60 || ' * * * *',
  (ARRAY['Europe/Paris', 'America/Lima', 'Asia/Tokyo'])[1 + i % 3] FROM generate_series(1, 120) i;
