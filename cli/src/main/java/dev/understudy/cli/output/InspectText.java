package dev.understudy.cli.output;

import dev.understudy.graph.LinkRole;
import dev.understudy.graph.Ring;
import dev.understudy.job.InspectJob.Inspection;
import dev.understudy.job.ModeTitle;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedSubject;
import dev.understudy.plan.PlannedTable;
import dev.understudy.propose.LinkProposal;
import dev.understudy.propose.TypedProposal;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a source holds, for people. */
public final class InspectText {
    private final Inspection inspection;
    private final Plan plan;
    private final TableTitles titles;
    private final List<String> lines = new ArrayList<>();

    private InspectText(Inspection inspection) {
        this.inspection = inspection;
        this.plan = inspection.plan();
        this.titles = TableTitles.of(plan.schema());
    }

    public static List<String> lines(Inspection inspection) {
        InspectText text = new InspectText(inspection);
        if (text.plan.tables().isEmpty()) {
            return List.of(inspection.source() + " holds no tables.");
        }
        text.tables();
        text.links();
        text.subjects();
        text.rings();
        text.lines.addAll(MeaningText.lines(text.plan, text.titles));
        text.proposals();
        return text.lines;
    }

    private void section(String title) {
        lines.add("");
        lines.add(title);
    }

    private void tables() {
        lines.add("%s: %s, %s"
                .formatted(
                        inspection.source(),
                        Numbers.of(plan.tables().size(), "table"),
                        Numbers.of(plan.graph().links().size(), "link")));
        section("Tables, parents before children");
        TextTable table = new TextTable("table", ">rows", "key", "other keys", "seen as", "remark");
        for (PlannedTable one : plan.tables()) {
            Table schema = plan.schema().table(one.name()).orElseThrow();
            table.add(
                    titles.of(one.name()),
                    Numbers.count(one.sourceRows()),
                    schema.primaryKey().map(InspectText::columns).orElse("none"),
                    schema.keys().stream()
                            .filter(key -> !key.primary())
                            .map(InspectText::columns)
                            .collect(Collectors.joining("; ")),
                    ModeTitle.of(one.mode()),
                    one.reason());
        }
        lines.addAll(table.lines("  "));
    }

    private static String columns(UniqueKey key) {
        List<String> parts = new ArrayList<>(key.columns());
        parts.addAll(key.expressions());
        return String.join(", ", parts) + (key.predicate().isEmpty() ? "" : " (partial)");
    }

    private void links() {
        if (plan.graph().links().isEmpty()) {
            return;
        }
        section("Links");
        TextTable table = new TextTable("table", "columns", "to", "key", "is", "declared by");
        for (ForeignKey link : plan.graph().links()) {
            table.add(
                    titles.of(link.child()),
                    String.join(", ", link.childColumns()) + only(link),
                    titles.of(link.parent()),
                    String.join(", ", link.parentColumns()),
                    role(plan.graph().roleOf(link)) + (link.optional() ? ", optional" : ""),
                    link.isConfigured() ? "configuration" : "database");
        }
        lines.addAll(table.lines("  "));
    }

    private static String only(ForeignKey link) {
        return link.isTyped()
                ? " where %s is %s".formatted(link.type().column(), link.type().label())
                : "";
    }

    private static String role(LinkRole role) {
        return switch (role) {
            case OWNING -> "owner";
            case REFERENCE -> "reference";
            case SELF -> "tree";
            case BROKEN -> "reference that closes a ring";
        };
    }

    private void subjects() {
        if (plan.subjects().isEmpty()) {
            return;
        }
        section("Subjects: whoever a family starts with");
        TextTable table = new TextTable("subject", ">families", "with its");
        for (PlannedSubject subject : plan.subjects()) {
            table.add(
                    titles.of(subject.table()),
                    Numbers.count(subject.families()),
                    subject.members().stream().map(titles::of).collect(Collectors.joining(", ")));
        }
        lines.addAll(table.lines("  "));
    }

    private void rings() {
        if (plan.graph().rings().isEmpty()) {
            return;
        }
        section("Rings of tables that need each other");
        for (Ring ring : plan.graph().rings()) {
            lines.add("  %s: opened at %s%s"
                    .formatted(
                            ring.tables().stream().map(titles::of).collect(Collectors.joining(", ")),
                            ring.broken().stream()
                                    .map(link -> titles.of(link.child()) + "." + String.join(", ", link.childColumns()))
                                    .collect(Collectors.joining("; ")),
                            ring.required() ? ", which takes no null and is paused while rows load" : ""));
        }
    }

    private void proposals() {
        if (inspection.proposals().isEmpty() && inspection.typed().isEmpty()) {
            section("No links beside the declared ones were found.");
            return;
        }
        section("Links that nobody declares, but rows and names speak for; take over in links: what is right");
        TextTable table = new TextTable(">score", "link", "evidence");
        for (LinkProposal proposal : inspection.proposals()) {
            table.add(score(proposal.score()), title(proposal.link()), proposal.evidence());
        }
        for (TypedProposal typed : inspection.typed()) {
            for (LinkProposal part : typed.parts()) {
                table.add(score(part.score()), title(part.link()), part.evidence());
            }
            if (typed.otherLabels() > 0) {
                table.add(
                        "",
                        titles.of(typed.child()) + "." + typed.typeColumn(),
                        Numbers.of(typed.otherLabels(), "other label") + " without a table");
            }
        }
        lines.addAll(table.lines("  "));
    }

    private String title(ForeignKey link) {
        return titles.of(link.child()) + "." + link.name();
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }
}
