-- A type with an order of its own: operators, an operator class that keys and indexes need, and one of another family; a function with many arguments.
CREATE TYPE release AS (epoch int, version varchar(20));
CREATE FUNCTION release_order(a release, b release) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS
  'SELECT CASE WHEN (a).epoch < (b).epoch THEN -1 WHEN (a).epoch > (b).epoch THEN 1 WHEN (a).version < (b).version THEN -1 WHEN (a).version > (b).version THEN 1 ELSE 0 END';
CREATE FUNCTION release_lt(a release, b release) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT release_order(a, b) < 0';
CREATE FUNCTION release_le(a release, b release) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT release_order(a, b) <= 0';
CREATE FUNCTION release_eq(a release, b release) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT release_order(a, b) = 0';
CREATE FUNCTION release_ge(a release, b release) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT release_order(a, b) >= 0';
CREATE FUNCTION release_gt(a release, b release) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT release_order(a, b) > 0';
CREATE OPERATOR < (FUNCTION = release_lt, LEFTARG = release, RIGHTARG = release, COMMUTATOR = >, NEGATOR = >=);
CREATE OPERATOR <= (FUNCTION = release_le, LEFTARG = release, RIGHTARG = release, COMMUTATOR = >=, NEGATOR = >);
CREATE OPERATOR = (FUNCTION = release_eq, LEFTARG = release, RIGHTARG = release, COMMUTATOR = =);
CREATE OPERATOR >= (FUNCTION = release_ge, LEFTARG = release, RIGHTARG = release, COMMUTATOR = <=, NEGATOR = <);
CREATE OPERATOR > (FUNCTION = release_gt, LEFTARG = release, RIGHTARG = release, COMMUTATOR = <, NEGATOR = <=);
CREATE OPERATOR CLASS release_ops DEFAULT FOR TYPE release USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 release_order(release, release);
CREATE OPERATOR FAMILY upside_down USING btree;
CREATE OPERATOR CLASS text_upside_down FOR TYPE text USING btree FAMILY upside_down AS
  OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 bttextcmp(text, text);
CREATE TABLE package (id int PRIMARY KEY, name text NOT NULL, released release NOT NULL);
CREATE UNIQUE INDEX package_once ON package (name, released release_ops);
CREATE INDEX package_backwards ON package (name text_upside_down);
CREATE FUNCTION register_package_with_everything(
  name_of_the_package character varying, version_of_the_package character varying, release_of_the_package character varying, epoch_of_the_package character varying,
  architecture_of_the_package character varying, description_of_the_package character varying, summary_of_the_package character varying, size_of_the_package character varying,
  payload_of_the_package character varying, vendor_of_the_package character varying, build_time timestamp without time zone, last_modified timestamp without time zone,
  changed_by timestamp with time zone, group_of_the_package character varying, host_of_the_package timestamp with time zone) RETURNS int LANGUAGE sql AS 'SELECT 1';
INSERT INTO package SELECT i, 'package ' || i / 3, ROW(i % 2, '1.' || i)::release FROM generate_series(1, 150) i;
