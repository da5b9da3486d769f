/**
 * What a user can ask for: plan, learn, generate, clone, verify. Each job takes settings and tells its progress, and ends
 * with a {@link dev.understudy.job.RunResult} or an {@link dev.understudy.problem.UnderstudyException}.
 *
 * <p>Start with {@link dev.understudy.job.CloneJob}; the others are parts of it.
 */
package dev.understudy.job;
