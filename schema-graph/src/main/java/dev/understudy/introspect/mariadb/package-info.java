/** What the information schema and the SHOW CREATE statements of MariaDB and MySQL tell beyond JDBC. */
package dev.understudy.introspect.mariadb;
