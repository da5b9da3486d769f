/** What SQLite's catalog says beyond JDBC. */
package dev.understudy.introspect.sqlite;
