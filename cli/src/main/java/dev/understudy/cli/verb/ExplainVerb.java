package dev.understudy.cli.verb;

import dev.understudy.cli.output.ExplainText;
import dev.understudy.explain.ModelAccount;
import dev.understudy.explain.TableAccount;
import dev.understudy.job.ModelView;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy explain MODEL}. */
@Command(
        name = "explain",
        description = {
            "Tells what a model has learned: in which order the columns of each table are drawn, what each depends on",
            "most, and which dependencies were found and are kept. Needs no database; shows no value of the source."
        })
final class ExplainVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

    @Parameters(paramLabel = "MODEL", arity = "0..1", description = "The model file; the same as --model.")
    private Path file;

    @Option(names = "--table", paramLabel = "T", description = "Only this table, with or without its schema.")
    private String table;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path path = file != null ? file : flags.model;
        if (path == null) {
            throw new UnderstudyException(
                    Problem.USAGE, "No model is given: name its file; `understudy learn` makes one.");
        }
        List<TableAccount> accounts = ModelAccount.of(ModelView.open(path).model()).stream()
                .filter(account -> table == null
                        || account.table().toString().equalsIgnoreCase(table)
                        || account.table().name().equalsIgnoreCase(table))
                .toList();
        if (accounts.isEmpty()) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "The model %s has no table %s; leave out --table to see all.".formatted(path, table));
        }
        Shown.answer(flags, spec, () -> ExplainText.json(accounts), () -> ExplainText.lines(accounts));
        return 0;
    }
}
