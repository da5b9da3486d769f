-- What Understudy did to this database. Its rows are synthetic: made from a model, not copied from production.
-- Constraints have names of their own, because a name that a database chooses may be one that the copy needs.

CREATE TABLE understudy_run (
    run_id          varchar(64)  NOT NULL,
    version         varchar(64)  NOT NULL,
    model_digest    varchar(128) NOT NULL,
    seed            bigint       NOT NULL,
    settings_digest varchar(128) NOT NULL,
    situation       varchar(16)  NOT NULL,
    state           varchar(16)  NOT NULL,
    reason          varchar(1000),
    started_at      ${moment}    NOT NULL,
    finished_at     ${moment},
    ${key_of_run}PRIMARY KEY (run_id)
);

CREATE TABLE understudy_table (
    run_id       varchar(64)  NOT NULL,
    table_schema varchar(128) NOT NULL,
    table_name   varchar(128) NOT NULL,
    row_count    bigint       NOT NULL,
    checksum     varchar(64),
    finished     boolean      NOT NULL,
    ${key_of_table}PRIMARY KEY (run_id, table_schema, table_name)
);

CREATE TABLE understudy_statement (
    run_id   varchar(64)  NOT NULL,
    position integer      NOT NULL,
    phase    varchar(32)  NOT NULL,
    object   varchar(512) NOT NULL,
    sql_text ${text}      NOT NULL,
    done     boolean      NOT NULL,
    ${key_of_statement}PRIMARY KEY (run_id, position)
);

CREATE TABLE understudy_paused (
    run_id      varchar(64)  NOT NULL,
    position    integer      NOT NULL,
    object      varchar(512) NOT NULL,
    restore_sql ${text}      NOT NULL,
    restored    boolean      NOT NULL,
    ${key_of_paused}PRIMARY KEY (run_id, position)
);
