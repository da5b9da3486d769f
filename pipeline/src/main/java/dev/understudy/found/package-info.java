/**
 * Dependencies that hold in the rows of a source though no constraint says so: found in samples, then asked of the source.
 *
 * <p>Start with {@link dev.understudy.found.FoundDependencies}. Nothing here is applied by itself: a plan shows it, and an
 * operator may take it over under {@code rules:}. No value of a row leaves this package.
 */
package dev.understudy.found;
