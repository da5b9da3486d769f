package dev.understudy.cli.output;

import dev.understudy.job.InspectJob.Inspection;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedTable;
import dev.understudy.propose.LinkProposal;
import dev.understudy.propose.TypedProposal;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The links of a source as a Mermaid entity-relationship diagram: keys and links of each table, declared links as solid lines,
 * proposed ones as dotted lines. Names that Mermaid cannot read are told by an identifier with the name as its alias.
 */
public final class InspectMermaid {
    private final Plan plan;
    private final TableTitles titles;
    private final Map<TableName, String> identifiers = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private InspectMermaid(Plan plan) {
        this.plan = plan;
        this.titles = TableTitles.of(plan.schema());
    }

    public static List<String> lines(Inspection inspection) {
        InspectMermaid diagram = new InspectMermaid(inspection.plan());
        diagram.lines.add("erDiagram");
        for (PlannedTable table : inspection.plan().tables()) {
            diagram.entity(inspection.plan().schema().table(table.name()).orElseThrow());
        }
        inspection.plan().graph().links().forEach(link -> diagram.relation(link, "--", ""));
        for (LinkProposal proposal : inspection.proposals()) {
            diagram.relation(proposal.link(), "..", "proposed: ");
        }
        for (TypedProposal typed : inspection.typed()) {
            typed.parts().forEach(part -> diagram.relation(part.link(), "..", "proposed: "));
        }
        return diagram.lines;
    }

    private void entity(Table table) {
        Set<String> linked = new HashSet<>();
        plan.schema().foreignKeysOf(table.name()).forEach(link -> linked.addAll(link.childColumns()));
        Set<String> primary =
                new HashSet<>(table.primaryKey().map(UniqueKey::columns).orElse(List.of()));
        Set<String> unique = new HashSet<>();
        table.keys().stream()
                .filter(key -> key.isPlain() && key.columns().size() == 1)
                .forEach(key -> unique.addAll(key.columns()));
        List<String> attributes = new ArrayList<>();
        for (Column column : table.columns()) {
            List<String> marks = new ArrayList<>();
            if (primary.contains(column.name())) {
                marks.add("PK");
            }
            if (linked.contains(column.name())) {
                marks.add("FK");
            }
            if (unique.contains(column.name()) && !primary.contains(column.name())) {
                marks.add("UK");
            }
            if (!marks.isEmpty()) {
                attributes.add("    %s %s %s"
                        .formatted(
                                column.type().family().name().toLowerCase(Locale.ROOT),
                                word(column.name()),
                                String.join(", ", marks)));
            }
        }
        String name = identifier(table.name());
        String title = titles.of(table.name());
        String head = name.equals(title) ? name : "%s[\"%s\"]".formatted(name, quoted(title));
        if (attributes.isEmpty()) {
            lines.add("  " + head);
            return;
        }
        lines.add("  " + head + " {");
        lines.addAll(attributes);
        lines.add("  }");
    }

    private void relation(ForeignKey link, String line, String prefix) {
        boolean one = plan.schema().table(link.child()).orElseThrow().keys().stream()
                .anyMatch(key -> key.isPlain() && link.childColumns().containsAll(key.columns()));
        String only = link.isTyped()
                ? " where %s is %s".formatted(link.type().column(), link.type().label())
                : "";
        lines.add("  %s %s%s%s %s : \"%s\""
                .formatted(
                        identifier(link.parent()),
                        link.optional() || link.isTyped() ? "|o" : "||",
                        line,
                        one ? "o|" : "o{",
                        identifier(link.child()),
                        prefix + quoted(String.join(", ", link.childColumns()) + only)));
    }

    /** A word that no other table has. */
    private String identifier(TableName table) {
        return identifiers.computeIfAbsent(table, name -> {
            String word = word(titles.of(name));
            String free = word;
            for (int i = 2; identifiers.containsValue(free); i++) {
                free = word + "_" + i;
            }
            return free;
        });
    }

    private static String word(String name) {
        String word = name.replaceAll("[^A-Za-z0-9_]", "_");
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "t_" + word : word;
    }

    private static String quoted(String text) {
        return text.replace('"', '\'').replaceAll("[\\r\\n]", " ");
    }
}
