package dev.understudy.cli.config;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.target.Hook;
import java.util.ArrayList;
import java.util.List;

/** The hooks of a configuration. */
public final class HookEntries {
    private HookEntries() {}

    /** @throws UnderstudyException with {@code USAGE} for one without a stage or a statement, or with an unknown word */
    public static List<Hook> hooks(List<Configuration.HookEntry> entries) {
        List<Hook> hooks = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Configuration.HookEntry told = entries.get(i);
            String where = "hooks[%d]".formatted(i + 1);
            if (told == null
                    || told.at() == null
                    || told.sql() == null
                    || told.sql().isEmpty()) {
                throw new UnderstudyException(Problem.USAGE, where + " needs at, and sql with at least one statement.");
            }
            boolean fails = told.onFailure() == null
                    || Words.oneOf(told.onFailure(), List.of("fail", "warn"), where + ".on-failure")
                            .equals("fail");
            hooks.add(new Hook(Words.constant(Hook.Stage.class, told.at(), where + ".at"), told.sql(), fails));
        }
        return hooks;
    }
}
