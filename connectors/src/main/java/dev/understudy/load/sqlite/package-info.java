/** Loading SQLite: many rows a statement. */
package dev.understudy.load.sqlite;
