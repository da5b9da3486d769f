/** Writing into any JDBC database by batches. */
package dev.understudy.load.generic;
