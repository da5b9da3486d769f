package dev.understudy.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.cli.config.Words;
import dev.understudy.graph.Ring;
import dev.understudy.job.InspectJob.Inspection;
import dev.understudy.job.ModeTitle;
import dev.understudy.plan.PlannedTable;
import dev.understudy.propose.LinkProposal;
import dev.understudy.propose.TypedProposal;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.UniqueKey;

/** What a source holds, as one JSON object. Keys are a contract: they may be added, not renamed. */
public final class InspectJson {
    private InspectJson() {}

    public static String of(Inspection inspection) {
        ObjectNode json = Json.object();
        json.put("source", inspection.source());
        ArrayNode tables = json.putArray("tables");
        inspection
                .plan()
                .tables()
                .forEach(table -> table(
                        tables.addObject(),
                        table,
                        inspection.plan().schema().table(table.name()).orElseThrow()));
        ArrayNode links = json.putArray("links");
        for (ForeignKey link : inspection.plan().graph().links()) {
            ObjectNode row = links.addObject();
            LinkJson.add(row, link);
            row.put("role", Words.of(inspection.plan().graph().roleOf(link)));
        }
        ArrayNode subjects = json.putArray("subjects");
        inspection.plan().subjects().forEach(subject -> {
            ObjectNode row = subjects.addObject();
            row.put("table", subject.table().toString());
            row.put("families", subject.families());
            ArrayNode members = row.putArray("members");
            subject.members().forEach(member -> members.add(member.toString()));
        });
        ArrayNode rings = json.putArray("rings");
        for (Ring ring : inspection.plan().graph().rings()) {
            ObjectNode row = rings.addObject();
            ArrayNode names = row.putArray("tables");
            ring.tables().forEach(table -> names.add(table.toString()));
            ArrayNode opened = row.putArray("openedAt");
            ring.broken().forEach(link -> opened.add(link.child() + "." + link.name()));
            row.put("required", ring.required());
        }
        ArrayNode proposals = json.putArray("proposedLinks");
        inspection.proposals().forEach(proposal -> proposal(proposals.addObject(), proposal));
        ArrayNode typed = json.putArray("proposedPolymorphicLinks");
        inspection.typed().forEach(proposal -> typed(typed.addObject(), proposal));
        return Json.text(json);
    }

    private static void table(ObjectNode row, PlannedTable table, Table schema) {
        row.put("name", table.name().toString());
        Json.rows(row, "rows", table.sourceRows());
        row.put("mode", ModeTitle.of(table.mode()));
        row.put("reason", table.reason());
        ArrayNode keys = row.putArray("keys");
        for (UniqueKey key : schema.keys()) {
            ObjectNode one = keys.addObject();
            one.put("name", key.name());
            one.put("primary", key.primary());
            ArrayNode columns = one.putArray("columns");
            key.columns().forEach(columns::add);
        }
        ArrayNode meanings = row.putArray("meanings");
        table.columns().forEach(column -> {
            ObjectNode one = meanings.addObject();
            one.put("column", column.name());
            one.put("meaning", Words.of(column.meaning()));
            one.put("confidence", column.confidence());
            one.put("evidence", column.evidence());
        });
    }

    private static void proposal(ObjectNode row, LinkProposal proposal) {
        LinkJson.add(row, proposal.link());
        row.put("declaredBy", "nobody");
        row.put("score", Math.round(proposal.score() * 1000) / 1000.0);
        row.put("names", proposal.names());
        row.put("valuesCompared", proposal.inclusion().values());
        row.put("valuesFound", proposal.inclusion().found());
        row.put("indexed", proposal.indexed());
    }

    private static void typed(ObjectNode row, TypedProposal proposal) {
        row.put("from", proposal.child().toString());
        row.put("column", proposal.column());
        row.put("typeColumn", proposal.typeColumn());
        row.put("otherLabels", proposal.otherLabels());
        ArrayNode parts = row.putArray("to");
        proposal.parts().forEach(part -> proposal(parts.addObject(), part));
    }
}
