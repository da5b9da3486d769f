/**
 * A folder of CSV files as a source of rows: one file a table, and a description of their types, keys and links. Start with
 * {@link dev.understudy.csv.CsvFolder}.
 */
package dev.understudy.csv;
