-- Policies decide who sees which rows, the owner included.
CREATE TABLE tenant (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE invoice (id int PRIMARY KEY, tenant_id int NOT NULL REFERENCES tenant, total numeric(10,2) NOT NULL);
INSERT INTO tenant SELECT i, 'Tenant ' || i FROM generate_series(1, 20) i;
INSERT INTO invoice SELECT i, 1 + i % 20, i * 1.1 FROM generate_series(1, 300) i;
ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice FORCE ROW LEVEL SECURITY;
CREATE POLICY own_invoices ON invoice USING (tenant_id = coalesce(nullif(current_setting('app.tenant', true), '')::int, 0));
CREATE POLICY nobody_writes ON invoice AS RESTRICTIVE FOR INSERT WITH CHECK (total > 0);
