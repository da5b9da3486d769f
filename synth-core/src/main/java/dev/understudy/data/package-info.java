/**
 * Typed columns in memory, and the two ports through which rows come and go:
 * {@link dev.understudy.data.RowSource} and {@link dev.understudy.data.RowSink}.
 *
 * <p>A batch holds columns, not rows; numbers, dates and times are primitives, so no object is made per cell.
 */
package dev.understudy.data;
