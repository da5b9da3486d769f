/** Reading PostgreSQL: an exported snapshot shared by several connections, rows by binary COPY. */
package dev.understudy.read.postgresql;
