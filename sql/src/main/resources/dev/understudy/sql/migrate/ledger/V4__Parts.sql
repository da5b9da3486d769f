-- Which blocks of a table are permanent, so that a run that was cut off can go on; and what it would be told again.

CREATE TABLE understudy_part (
    run_id       varchar(64)  NOT NULL,
    table_schema varchar(128) NOT NULL,
    table_name   varchar(128) NOT NULL,
    first_block  integer      NOT NULL,
    end_block    integer      NOT NULL,
    row_count    bigint       NOT NULL,
    ${key_of_part}PRIMARY KEY (run_id, table_schema, table_name, first_block)
);

ALTER TABLE understudy_run ADD COLUMN settings ${text};
