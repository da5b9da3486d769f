/**
 * Two data sets side by side: what is real, what is synthetic, column by column and link by link. Nothing here knows how
 * either was made, so anybody's output can be judged.
 *
 * <p>Start with {@link dev.understudy.compare.Comparison}.
 */
package dev.understudy.compare;
