/**
 * What was learned, and nothing else: immutable values that {@code learn} makes, {@code generate} draws from and a file
 * holds. No row, no rare value and no count of the source is in it, apart from row totals.
 *
 * <p>Records hold arrays for speed; nobody writes to them after construction. Start with
 * {@link dev.understudy.model.DatabaseModel}.
 */
package dev.understudy.model;
