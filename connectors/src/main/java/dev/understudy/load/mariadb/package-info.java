/** Writing into MariaDB by LOAD DATA LOCAL from a stream. */
package dev.understudy.load.mariadb;
