/** MariaDB's own definitions, put together from what its catalog gave. */
package dev.understudy.sql.ddl.mariadb;
