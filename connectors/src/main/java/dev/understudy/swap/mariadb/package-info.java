/** Exchanging tables of MariaDB, by one RENAME TABLE. */
package dev.understudy.swap.mariadb;
