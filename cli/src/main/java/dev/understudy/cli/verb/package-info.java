/**
 * One class per verb, and what they share: flags, the two ends, the words for errors.
 *
 * <p>Start with {@link dev.understudy.cli.verb.Understudy}.
 */
package dev.understudy.cli.verb;
