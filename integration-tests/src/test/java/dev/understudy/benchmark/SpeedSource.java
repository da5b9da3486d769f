package dev.understudy.benchmark;

import java.util.List;

/** Made-up rows to learn from, in PostgreSQL: a narrow pair of tables with a link and a date rule, and one of 20 columns. */
final class SpeedSource {
    /** How a table is built once its rows are in, besides its links. */
    static final List<String> NARROW_KEYS = List.of(
            "ALTER TABLE account ADD PRIMARY KEY (id)",
            "ALTER TABLE entry ADD PRIMARY KEY (id)",
            "CREATE INDEX entry_account ON entry (account)");

    static final List<String> NARROW_LINKS =
            List.of("ALTER TABLE entry ADD CONSTRAINT entry_of FOREIGN KEY (account) REFERENCES account (id)");
    static final List<String> WIDE_KEYS = List.of("ALTER TABLE person ADD PRIMARY KEY (id)");

    static final List<String> NARROW_TABLES = List.of(
            "CREATE TABLE account (id bigint NOT NULL, opened date NOT NULL, region varchar(12) NOT NULL,"
                    + " balance numeric(10,2) NOT NULL, kind varchar(12) NOT NULL)",
            "CREATE TABLE entry (id bigint NOT NULL, account bigint NOT NULL, day date NOT NULL,"
                    + " amount numeric(10,2) NOT NULL, label varchar(12))");

    static final List<String> WIDE_TABLES = List.of("CREATE TABLE person (id bigint NOT NULL, born date NOT NULL,"
            + " sex char(1) NOT NULL, region varchar(20) NOT NULL, job varchar(20) NOT NULL, plan varchar(12) NOT NULL,"
            + " c1 int NOT NULL, c2 int NOT NULL, c3 int, c4 numeric(10,2) NOT NULL, c5 numeric(12,2),"
            + " c6 double precision NOT NULL, c7 timestamp NOT NULL, c8 timestamp, c9 boolean NOT NULL,"
            + " c10 int NOT NULL, c11 int NOT NULL, c12 numeric(8,3) NOT NULL, c13 date, c14 bigint NOT NULL)");

    private SpeedSource() {}

    /** Rows of the narrow tables: about five and a half entries to an account. */
    static List<String> narrowRows(long accounts) {
        return List.of(
                "INSERT INTO account SELECT i, date '2015-01-01' + (random() * 2000)::int,"
                        + " (array['north','south','east','west','centre','isles','coast','hills'])"
                        + "[1 + floor(8 * random() * random())::int], round(exp(4 + 2 * random() + random())::numeric, 2),"
                        + " CASE WHEN random() < 0.7 THEN 'private' ELSE 'company' END FROM generate_series(1, "
                        + accounts + ") i",
                "INSERT INTO entry SELECT row_number() over (), a.id, a.opened + (random() * 800)::int,"
                        + " round((a.balance * random() * 0.3)::numeric, 2),"
                        + " (array['fee','rent','salary','transfer','card','cash'])[1 + floor(6 * random() * random())::int]"
                        + " FROM account a, LATERAL generate_series(1, (1 + floor(8 * random())"
                        + " + CASE WHEN a.kind = 'company' THEN 3 ELSE 0 END)::int)");
    }

    static List<String> wideRows(long people) {
        return List.of("INSERT INTO person SELECT i, date '1940-01-01' + (x * 24000)::int,"
                + " CASE WHEN random() < 0.5 THEN 'm' ELSE 'f' END, 'region ' || floor(20 * random() * random())::int,"
                + " 'job ' || floor(40 * random() * y)::int, 'plan ' || floor(5 * z)::int,"
                + " (100 * x)::int, (1000 * y * y)::int,"
                + " CASE WHEN random() < 0.1 THEN NULL ELSE (50 * z + 10 * random())::int END,"
                + " round((1000 * exp(z))::numeric, 2),"
                + " CASE WHEN random() < 0.2 THEN NULL ELSE round((100 * x * y * random())::numeric, 2) END,"
                + " x + y + random(), timestamp '2020-01-01' + y * 500 * interval '1 day',"
                + " CASE WHEN z > 0.5 THEN timestamp '2021-06-01' + z * 500 * interval '1 day' END, y > 0.3,"
                + " (10 * z)::int, (5000 * random())::int, round((x * y * 100)::numeric, 3),"
                + " CASE WHEN x > 0.4 THEN date '2019-01-01' + (1000 * z)::int END, (1e6 * random())::bigint"
                + " FROM (SELECT i, random() x, random() y, random() z FROM generate_series(1, " + people + ") i) q");
    }
}
