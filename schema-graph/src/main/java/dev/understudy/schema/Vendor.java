package dev.understudy.schema;

/** The database product at one end of a run. */
public enum Vendor {
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB"),
    H2("H2"),
    SQLITE("SQLite"),
    /** Any other JDBC database, through ANSI SQL and batches. */
    GENERIC("JDBC");

    private final String title;

    Vendor(String title) {
        this.title = title;
    }

    /** Name for people. */
    public String title() {
        return title;
    }
}
