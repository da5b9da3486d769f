/** Brings two databases side by side for the judges: which tables and columns are the same, and samples of whole families. */
package dev.understudy.judging;
