/** Writing into PostgreSQL by COPY: binary where every column's type has a binary form here, else text. */
package dev.understudy.load.postgresql;
