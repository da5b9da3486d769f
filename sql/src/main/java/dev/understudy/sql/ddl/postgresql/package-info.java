/** An empty copy of a PostgreSQL schema in PostgreSQL, from the texts of the source's own catalog. */
package dev.understudy.sql.ddl.postgresql;
