package dev.understudy.job;

import dev.understudy.found.Found;
import dev.understudy.found.FoundDependencies;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.PlannedTable;
import dev.understudy.plan.Planner;
import dev.understudy.propose.CompositeProposals;
import dev.understudy.propose.LinkProposal;
import dev.understudy.propose.LinkProposals;
import dev.understudy.propose.TypedProposal;
import dev.understudy.propose.TypedProposals;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Source → what is in it, and what could be told of it. Writes nothing anywhere. */
public final class InspectJob {
    private InspectJob() {}

    /**
     * What was found.
     *
     * @param source    the source in words
     * @param plan      tables, links, families and meanings, as a run would see them
     * @param proposals links that nobody declared, best first
     * @param typed     the same by a type column
     * @param found     what holds in the rows though nobody declares it
     * @param opaque    checks that only a database can judge, as {@code schema.table.check}
     */
    public record Inspection(
            String source,
            Plan plan,
            List<LinkProposal> proposals,
            List<TypedProposal> typed,
            Found found,
            List<String> opaque) {
        public Inspection {
            proposals = List.copyOf(proposals);
            typed = List.copyOf(typed);
            opaque = List.copyOf(opaque);
        }
    }

    /** @throws dev.understudy.problem.UnderstudyException if the source cannot be read, or a wish fits no table */
    public static Inspection run(SourceSettings source, PlanSettings settings) {
        try (Source open = Source.openToLook(source);
                SnapshotSource rows = open.snapshot(settings)) {
            Plan plan = Planner.plan(open.schema(), rows, settings, open.judge());
            Schema schema = plan.schema();
            Predicate<TableName> hasRows =
                    table -> plan.table(table).map(PlannedTable::sourceRows).orElse(0L) > 0;
            List<TypedProposal> typed = new TypedProposals(schema, hasRows, rows, settings.k()).find();
            List<LinkProposal> proposals = new ArrayList<>(new LinkProposals(schema, hasRows, rows)
                    .find().stream()
                            .filter(proposal -> typed.stream().noneMatch(one -> explains(one, proposal)))
                            .toList());
            proposals.addAll(new CompositeProposals(schema, hasRows, rows).find());
            proposals.sort(Comparator.comparingDouble(LinkProposal::score)
                    .reversed()
                    .thenComparing(one -> one.link().child())
                    .thenComparing(one -> one.link().name()));
            return new Inspection(
                    open.database().toString(),
                    plan,
                    proposals,
                    typed,
                    FoundDependencies.of(plan, rows),
                    KnownRules.of(schema).opaque());
        }
    }

    /** A column that points by its type points nowhere else. */
    private static boolean explains(TypedProposal typed, LinkProposal proposal) {
        return typed.child().equals(proposal.link().child())
                && proposal.link().childColumns().contains(typed.column());
    }
}
