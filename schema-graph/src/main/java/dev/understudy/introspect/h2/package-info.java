/** What H2's information schema and its SCRIPT command tell beyond JDBC. */
package dev.understudy.introspect.h2;
