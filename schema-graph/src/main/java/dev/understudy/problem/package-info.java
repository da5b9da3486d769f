/**
 * How a run fails: one exception type, whose {@link dev.understudy.problem.Problem} decides the exit status.
 *
 * <p>A message names what, where and what to do, and never holds a value of the source.
 */
package dev.understudy.problem;
