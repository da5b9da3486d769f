package dev.understudy.job;

import dev.understudy.connect.Access;
import dev.understudy.target.Hook;
import dev.understudy.target.TargetSettings;
import java.util.List;

/**
 * Which database is filled, and under which conditions.
 *
 * @param hooks statements of the operator's that run in it
 */
public record TargetEnd(Access access, TargetSettings settings, List<Hook> hooks) {
    public TargetEnd {
        hooks = List.copyOf(hooks);
    }

    /** Without hooks. */
    public TargetEnd(Access access, TargetSettings settings) {
        this(access, settings, List.of());
    }
}
