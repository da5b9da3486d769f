/**
 * Links that a database does not declare but seems to have: found by names, types and keys, and held against the rows.
 *
 * <p>Start with {@link dev.understudy.propose.LinkProposals}. Nothing here is ever applied by itself: an operator takes
 * over what is right.
 */
package dev.understudy.propose;
