package dev.understudy.cli.verb;

import dev.understudy.job.CloneJob;
import dev.understudy.job.GateWish;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy clone}. */
@Command(
        name = "clone",
        description = {
            "Plans, learns, generates, loads and verifies in one run. With gates in the configuration the rows",
            "are judged first; where one fails the target stays as it was, and the status is 6."
        })
final class CloneVerb implements Callable<Integer> {
    private static final int STANDARD_ROUNDS = 3;
    private static final int MOST_ROUNDS = 20;

    @Mixin
    private RunFlags flags;

    @Option(
            names = "--until-gates-pass",
            description = "Learns again, otherwise, while a gate fails that learning can cure.")
    private boolean untilGatesPass;

    @Option(names = "--max-rounds", paramLabel = "R", description = "Most rounds of learning, 1 to 20. Default: 3.")
    private Integer maxRounds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Ends ends = Ends.of(flags);
        return Shown.run(
                ends,
                flags,
                spec,
                true,
                progress -> CloneJob.run(ends.source(), ends.target(), ends.plan(), ends.run(), wish(ends), progress));
    }

    private GateWish wish(Ends ends) {
        int rounds = maxRounds == null ? STANDARD_ROUNDS : maxRounds;
        if (rounds < 1 || rounds > MOST_ROUNDS || maxRounds != null && !untilGatesPass) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    rounds < 1 || rounds > MOST_ROUNDS
                            ? "--max-rounds is %d; it must be 1 to %d.".formatted(rounds, MOST_ROUNDS)
                            : "--max-rounds needs --until-gates-pass.");
        }
        return ends.hasGates() || untilGatesPass
                ? new GateWish(true, ends.judge(), untilGatesPass ? rounds : 1)
                : GateWish.NONE;
    }
}
