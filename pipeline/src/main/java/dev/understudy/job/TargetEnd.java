package dev.understudy.job;

import dev.understudy.connect.Access;
import dev.understudy.target.TargetSettings;

/** Which database is filled, and under which conditions. */
public record TargetEnd(Access access, TargetSettings settings) {}
