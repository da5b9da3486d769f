package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.target.TargetOutcome.Failure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs the hooks of a stage. Hooks are told by stage and number, since their text may hold what nobody should read. */
public final class Hooks {
    private Hooks() {}

    /**
     * @return statements that failed where that is only a warning
     * @throws UnderstudyException {@link Problem#FAILED} for one that must not fail; later ones are not run
     */
    public static List<Failure> run(Database target, List<Hook> hooks, Hook.Stage stage) {
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < hooks.size(); i++) {
            if (hooks.get(i).stage() == stage) {
                run(target, hooks.get(i), "hook %d".formatted(i + 1), failures);
            }
        }
        return failures;
    }

    private static void run(Database target, Hook hook, String name, List<Failure> failures) {
        target.with("Running a hook in " + target.access(), connection -> {
            for (int s = 0; s < hook.statements().size(); s++) {
                try {
                    Answers.execute(connection, hook.statements().get(s));
                } catch (SQLException e) {
                    String doing = "Statement %d of %s".formatted(s + 1, name);
                    String told = SqlFailure.translate(doing, e).getMessage();
                    if (hook.fails()) {
                        throw new UnderstudyException(
                                Problem.FAILED,
                                hook.stage() == Hook.Stage.BEFORE
                                        ? told + " Nothing was written."
                                        : told + " The target is filled.",
                                e);
                    }
                    failures.add(new Failure(name, told));
                }
            }
            return failures;
        });
    }
}
