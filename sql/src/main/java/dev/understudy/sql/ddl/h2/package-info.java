/** H2's own definitions, put together from what its catalog gave. */
package dev.understudy.sql.ddl.h2;
