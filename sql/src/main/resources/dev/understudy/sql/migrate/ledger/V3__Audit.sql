-- Who ran, and what the rows were learned from; without credentials.

ALTER TABLE understudy_run ADD COLUMN run_by varchar(300);
ALTER TABLE understudy_run ADD COLUMN source_name varchar(500);
