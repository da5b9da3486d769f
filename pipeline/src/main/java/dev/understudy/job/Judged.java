package dev.understudy.job;

import dev.understudy.report.ReleaseFacts;
import dev.understudy.report.Report;

/** What was said of the rows that a run made, and what goes with them. */
public record Judged(Report report, ReleaseFacts facts) {}
