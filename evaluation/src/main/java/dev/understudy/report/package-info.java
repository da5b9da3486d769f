/**
 * The report: one immutable value that says how alike, how useful and how private synthetic data are, and the files that show
 * it. Knows no model and opens no connection. Start with {@link dev.understudy.report.Judge}.
 */
package dev.understudy.report;
