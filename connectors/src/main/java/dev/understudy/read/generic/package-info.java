/** Reading any JDBC database, as consistently as its driver allows. */
package dev.understudy.read.generic;
