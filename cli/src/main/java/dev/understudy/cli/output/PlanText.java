package dev.understudy.cli.output;

import dev.understudy.graph.Ring;
import dev.understudy.job.ModeTitle;
import dev.understudy.job.PlanJob.Planned;
import dev.understudy.model.TableMode;
import dev.understudy.plan.Estimate;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedLink;
import dev.understudy.plan.PlannedRule;
import dev.understudy.plan.PlannedSubject;
import dev.understudy.plan.PlannedTable;
import dev.understudy.plan.Warning;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan for people. */
public final class PlanText {
    private final Planned planned;
    private final Plan plan;
    private final TableTitles titles;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Planned planned) {
        this.planned = planned;
        this.plan = planned.plan();
        this.titles = TableTitles.of(plan.schema());
    }

    public static List<String> lines(Planned planned) {
        PlanText text = new PlanText(planned);
        text.head();
        text.tables();
        text.subjects();
        text.rings();
        text.links();
        text.rules();
        text.lines.addAll(FoundText.lines(planned.found()));
        text.kept();
        text.lines.addAll(MeaningText.lines(text.plan, text.titles));
        text.withheld();
        text.target();
        text.warnings();
        text.foot();
        return text.lines;
    }

    private void head() {
        long rows = plan.tables().stream()
                .mapToLong(table -> Math.max(0, table.sourceRows()))
                .sum();
        lines.add("Plan for " + planned.source());
        planned.target().ifPresent(target -> lines.add("  into " + target.name()));
        lines.add("  %s, %s, %s to read"
                .formatted(
                        Numbers.of(plan.tables().size(), "table"),
                        Numbers.of(plan.graph().links().size(), "link"),
                        Numbers.of(rows, "row")));
    }

    private void section(String title) {
        lines.add("");
        lines.add(title);
    }

    private void tables() {
        section("Tables, parents before children");
        TextTable table = new TextTable("table", "mode", ">rows", ">planned", "made through", "remark");
        for (PlannedTable one : plan.tables()) {
            table.add(
                    titles.of(one.name()),
                    ModeTitle.of(one.mode()),
                    Numbers.count(one.sourceRows()),
                    Numbers.count(one.targetRows()),
                    plan.graph()
                            .owningLink(one.name())
                            .filter(link -> one.mode() == TableMode.SYNTHESIZE)
                            .map(link -> titles.of(link.parent()))
                            .orElse(""),
                    one.reason());
        }
        lines.addAll(table.lines("  "));
    }

    private void subjects() {
        if (plan.subjects().isEmpty()) {
            return;
        }
        section("Subjects: whoever a family starts with");
        TextTable table = new TextTable("subject", ">families", "protection", "with its");
        for (PlannedSubject subject : plan.subjects()) {
            table.add(
                    titles.of(subject.table()),
                    Numbers.count(subject.families()),
                    subject.detail(),
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
            lines.add("  %s: opened at %s"
                    .formatted(
                            ring.tables().stream().map(titles::of).collect(Collectors.joining(", ")),
                            ring.broken().stream().map(ForeignKey::name).collect(Collectors.joining(", "))));
        }
    }

    private void links() {
        if (plan.links().isEmpty()) {
            return;
        }
        section("Links declared by configuration: kept and checked, never created as constraints");
        TextTable table = new TextTable("table", "link", ">rows without parent", "remark");
        for (PlannedLink one : plan.links()) {
            ForeignKey link = one.link();
            table.add(
                    titles.of(link.child()),
                    link.name(),
                    one.orphans() < 0 ? "" : Numbers.count(one.orphans()),
                    one.orphans() < 0 ? "not read" : remark(one));
        }
        lines.addAll(table.lines("  "));
    }

    private void rules() {
        if (plan.rules().isEmpty()) {
            return;
        }
        section("Rules declared by configuration: new rows keep them, verify asks for them");
        TextTable table = new TextTable("rule", ">rows", ">that break it");
        for (PlannedRule rule : plan.rules()) {
            table.add(
                    rule.text(),
                    rule.rows() < 0 ? "not read" : Numbers.count(rule.rows()),
                    rule.broken() < 0 ? "" : Numbers.count(rule.broken()));
        }
        lines.addAll(table.lines("  "));
    }

    private static String remark(PlannedLink one) {
        if (one.orphans() == 0) {
            return "";
        }
        return one.link().optional() ? "rows like them point nowhere" : "every new row gets a parent";
    }

    private void kept() {
        if (plan.kept().isEmpty()) {
            return;
        }
        section("Tables of which values reach the target");
        for (TableName name : plan.kept()) {
            PlannedTable table = plan.table(name).orElseThrow();
            lines.add("  %s: %s"
                    .formatted(
                            titles.of(name),
                            table.mode() == TableMode.COPY
                                    ? "all rows as they are"
                                    : "rows that at least %d families refer to; the others get new labels"
                                            .formatted(plan.settings().k())));
        }
    }

    private void withheld() {
        if (plan.withheld().isEmpty()) {
            return;
        }
        section("Not handed on to the target");
        for (SchemaObject object : plan.withheld()) {
            lines.add("  %s %s: %s"
                    .formatted(
                            object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            object.name(),
                            object.reason()));
        }
    }

    private void target() {
        planned.target().ifPresent(target -> {
            section("What becomes of the target");
            lines.addAll(OutlookText.lines(target.outlook(), plan));
        });
    }

    private void warnings() {
        lines.addAll(WarningText.lines(plan.warnings(), planned.losses()));
    }

    private void foot() {
        List<Warning> all = planned.warnings().stream()
                .filter(warning -> warning.reason().isEmpty())
                .toList();
        Estimate estimate = planned.estimate();
        section("Estimated on two idle cores, within a factor of two: %s, %s of memory, %s on the target's disk%s"
                .formatted(
                        Numbers.seconds(estimate.time().toSeconds()),
                        Numbers.bytes(estimate.memory()),
                        Numbers.bytes(estimate.disk()),
                        planned.target()
                                .filter(target -> target.outlook().beside())
                                .map(target -> ", and the old tables until the end")
                                .orElse("")));
        section("Nothing was written. %s; settings: scale %s, k %d."
                .formatted(
                        all.isEmpty() ? "No warnings" : Numbers.of(all.size(), "warning"),
                        plan.settings().scale(),
                        plan.settings().k()));
    }
}
