-- Conditions that hang together, and conditions over links, for which a parent of that name must exist.
CREATE TYPE quote_status AS ENUM ('draft', 'approved', 'voided');
CREATE TYPE void_reason AS ENUM ('manual', 'superseded');
CREATE TABLE quote (
  id int PRIMARY KEY, status quote_status NOT NULL, approved_at timestamp, voided_at timestamp, reason void_reason,
  CHECK ((status = 'approved') = (approved_at IS NOT NULL)),
  CHECK ((status = 'voided') = (reason IS NOT NULL AND voided_at IS NOT NULL)));
CREATE TABLE sender (
  id int PRIMARY KEY, country text, iban text, bic text,
  CHECK ((iban IS NULL) = (bic IS NULL) AND (iban IS NULL OR iban ~ '^[A-Z]{2}[0-9]{8}$') AND (bic IS NULL OR bic ~ '^[A-Z]{6}$')),
  CHECK ((country = 'DE') = (iban IS NOT NULL AND iban LIKE 'DE%')));
CREATE TABLE state (name text PRIMARY KEY);
CREATE TABLE scope (
  id text PRIMARY KEY, parent text REFERENCES scope, kind text NOT NULL,
  CHECK (kind = 'root' AND parent IS NULL OR kind = 'branch' AND parent = 'root' OR kind = 'leaf' AND parent IS NOT NULL AND parent <> 'root'));
CREATE TABLE root_scope (id text PRIMARY KEY REFERENCES scope CHECK (id = 'root'));
CREATE TABLE change (
  id int PRIMARY KEY, scope text NOT NULL REFERENCES scope, before text REFERENCES state, after text NOT NULL REFERENCES state,
  CHECK (before IN ('pending', 'active')), CHECK (after IN ('active', 'ended')), CHECK (before IS DISTINCT FROM after));
INSERT INTO quote SELECT i, (ARRAY['draft', 'approved', 'voided'])[1 + i % 3]::quote_status, CASE WHEN i % 3 = 1 THEN timestamp '2024-01-01' + i * interval '1 hour' END,
  CASE WHEN i % 3 = 2 THEN timestamp '2024-01-02' + i * interval '1 hour' END, CASE WHEN i % 3 = 2 THEN 'manual'::void_reason END FROM generate_series(1, 200) i;
INSERT INTO sender SELECT i, CASE WHEN i % 2 = 0 THEN 'DE' ELSE 'FR' END, CASE i % 4 WHEN 1 THEN 'FR' || 10000000 + i WHEN 3 THEN NULL ELSE 'DE' || 10000000 + i END,
  CASE WHEN i % 4 <> 3 THEN 'ABCDE' || chr(65 + i % 26) END FROM generate_series(1, 200) i;
INSERT INTO state VALUES ('pending'), ('active'), ('ended'), ('lost');
INSERT INTO scope VALUES ('root', NULL, 'root');
INSERT INTO scope SELECT 'b' || i, 'root', 'branch' FROM generate_series(1, 20) i;
INSERT INTO scope SELECT 'l' || i, 'b' || 1 + i % 20, 'leaf' FROM generate_series(1, 100) i;
INSERT INTO root_scope VALUES ('root');
INSERT INTO change SELECT i, 'l' || 1 + i % 100, CASE WHEN i % 3 = 0 THEN NULL ELSE 'pending' END, CASE WHEN i % 2 = 0 THEN 'active' ELSE 'ended' END FROM generate_series(1, 300) i;
