package dev.understudy.job;

/** Rows that can be judged: those of a database, or of a folder of CSV files. */
public sealed interface DataSet permits SourceSettings, CsvSettings {
    /** Where they are, without credentials. */
    String place();
}
