/** Exchanging tables of PostgreSQL, in one transaction. */
package dev.understudy.swap.postgresql;
