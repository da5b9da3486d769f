/** Reading MariaDB: one connection with a consistent snapshot, rows streamed. */
package dev.understudy.read.mariadb;
