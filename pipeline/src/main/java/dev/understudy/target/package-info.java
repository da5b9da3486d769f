/**
 * The target side of a run: looks before it writes, says what it found, and then writes in a way that can be repeated or
 * undone whatever happens in between.
 *
 * <p>Start with {@link dev.understudy.target.Target}. What a run does is written to {@link dev.understudy.target.Ledger
 * tables of its own} in the target, in part before it is done.
 */
package dev.understudy.target;
