/**
 * The one planner: everything that a run would do with each table, and what it could not keep, before anything is
 * written.
 *
 * <p>Start with {@link dev.understudy.plan.Planner}. What it says of rows and meanings comes from a
 * {@linkplain dev.understudy.plan.Probe probe} of some thousand rows.
 */
package dev.understudy.plan;
