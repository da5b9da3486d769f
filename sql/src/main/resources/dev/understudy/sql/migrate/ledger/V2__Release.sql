-- What goes with the rows of a run, for whoever finds them: that they are synthetic, and the public part of the release card.

CREATE TABLE understudy_release (
    run_id       varchar(64)  NOT NULL,
    version      varchar(64)  NOT NULL,
    model_digest varchar(128) NOT NULL,
    released_at  ${moment}    NOT NULL,
    statement    varchar(200) NOT NULL,
    card         ${text},
    ${key_of_release}PRIMARY KEY (run_id)
);
