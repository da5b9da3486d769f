package dev.understudy.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.cli.config.Words;
import dev.understudy.explain.TableAccount;
import dev.understudy.found.FoundDependency;
import dev.understudy.graph.Ring;
import dev.understudy.job.ModeTitle;
import dev.understudy.job.ModelView;
import dev.understudy.job.PlanJob.Planned;
import dev.understudy.job.PlanJob.PlannedTarget;
import dev.understudy.job.RunResult;
import dev.understudy.job.TableResult;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedRule;
import dev.understudy.plan.PlannedSubject;
import dev.understudy.plan.PlannedTable;
import dev.understudy.plan.Warning;
import dev.understudy.schema.SchemaObject;
import dev.understudy.target.Outlook;
import java.util.List;
import java.util.TreeMap;

/** Plans and results as one JSON object. Keys are a contract: they may be added, not renamed. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    public static String of(RunResult result) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("runId", result.runId());
        json.put("status", result.status());
        json.put("seed", result.seed());
        json.put("modelDigest", result.modelDigest());
        json.put("model", result.model());
        ObjectNode seconds = json.putObject("seconds");
        result.seconds().forEach(seconds::put);
        ArrayNode tables = json.putArray("tables");
        for (TableResult table : result.tables()) {
            ObjectNode row = tables.addObject();
            row.put("name", table.name().toString());
            row.put("mode", table.mode());
            rows(row, "sourceRows", table.sourceRows());
            row.put("targetRows", table.targetRows());
            row.put("rowsPerSecond", table.rowsPerSecond());
        }
        ObjectNode constraints = json.putObject("constraints");
        constraints.put("checked", result.checked());
        ArrayNode violations = constraints.putArray("violations");
        for (RunResult.Broken broken : result.violations()) {
            ObjectNode row = violations.addObject();
            row.put("kind", broken.kind());
            row.put("object", broken.object());
            row.put("rows", broken.rows());
        }
        result.judged()
                .ifPresentOrElse(judged -> ReportText.gates(json, judged.report()), () -> json.putArray("gates"));
        warnings(json.putArray("warnings"), result.warnings());
        return text(json);
    }

    public static String of(ModelView view) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("model", view.file().toString());
        json.put("modelDigest", view.digest());
        ArrayNode tables = json.putArray("tables");
        view.model().tables().forEach(table -> {
            ObjectNode row = tables.addObject();
            row.put("name", table.name().toString());
            row.put("mode", ModeTitle.of(table.mode()));
            rows(row, "sourceRows", table.mode().hasRows() ? table.sourceRows() : -1);
            row.put("owningLink", table.owningLink());
        });
        ArrayNode kept = json.putArray("kept");
        for (TableAccount account : view.accounts()) {
            account.columns()
                    .forEach(column -> column.kept()
                            .forEach(one -> kept.addObject()
                                    .put("table", account.table().toString())
                                    .put("column", column.column())
                                    .put("always", one)));
        }
        ObjectNode settings = json.putObject("settings");
        view.model().settings().forEach(setting -> settings.put(setting.name(), setting.value()));
        return text(json);
    }

    public static String of(Planned planned) {
        Plan plan = planned.plan();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("source", planned.source());
        json.put("scale", plan.settings().scale());
        json.put("k", plan.settings().k());
        ArrayNode tables = json.putArray("tables");
        plan.tables().forEach(table -> table(tables.addObject(), table));
        ArrayNode subjects = json.putArray("subjects");
        for (PlannedSubject subject : plan.subjects()) {
            ObjectNode row = subjects.addObject();
            row.put("table", subject.table().toString());
            row.put("families", subject.families());
            row.put("protection", subject.detail());
            ArrayNode members = row.putArray("members");
            subject.members().forEach(member -> members.add(member.toString()));
        }
        ArrayNode rings = json.putArray("rings");
        for (Ring ring : plan.graph().rings()) {
            ObjectNode row = rings.addObject();
            ArrayNode names = row.putArray("tables");
            ring.tables().forEach(table -> names.add(table.toString()));
            ArrayNode broken = row.putArray("openedAt");
            ring.broken().forEach(link -> broken.add(link.name()));
            row.put("required", ring.required());
        }
        ArrayNode links = json.putArray("configuredLinks");
        plan.links().forEach(link -> LinkJson.add(links.addObject(), link));
        ArrayNode rules = json.putArray("configuredRules");
        for (PlannedRule rule : plan.rules()) {
            ObjectNode row = rules.addObject();
            row.put("rule", rule.text());
            row.put("table", rule.table().toString());
            row.put("rows", rule.rows());
            row.put("broken", rule.broken());
        }
        ArrayNode found = json.putArray("found");
        for (FoundDependency one : planned.found().dependencies()) {
            ObjectNode row = found.addObject();
            row.put("table", one.table().toString());
            row.put("kind", Words.of(one.kind()));
            row.put("text", one.text());
            row.put("rule", one.kind().isRule());
            row.put("rows", one.rows());
            row.put("violations", one.violations());
            row.put("sampled", one.sampled());
            row.put("kept", one.kept());
        }
        ArrayNode unsearched = json.putArray("unsearched");
        planned.found().unsearched().forEach(table -> unsearched.add(table.toString()));
        ArrayNode kept = json.putArray("kept");
        plan.kept().forEach(table -> kept.add(table.toString()));
        ArrayNode withheld = json.putArray("withheld");
        for (SchemaObject object : plan.withheld()) {
            ObjectNode row = withheld.addObject();
            row.put("kind", Words.of(object.kind()));
            row.put("name", object.name().toString());
            row.put("reason", object.reason());
        }
        planned.target().ifPresent(target -> target(json.putObject("target"), target));
        ObjectNode estimate = json.putObject("estimate");
        estimate.put("seconds", planned.estimate().time().toSeconds());
        estimate.put("memoryBytes", planned.estimate().memory());
        estimate.put("diskBytes", planned.estimate().disk());
        warnings(json.putArray("warnings"), planned.warnings());
        return text(json);
    }

    private static void table(ObjectNode row, PlannedTable table) {
        row.put("name", table.name().toString());
        row.put("mode", ModeTitle.of(table.mode()));
        row.put("reason", table.reason());
        rows(row, "sourceRows", table.sourceRows());
        row.put("targetRows", table.targetRows());
        row.put("subject", table.subject().toString());
        row.put("owningLink", table.owner());
        ArrayNode columns = row.putArray("columns");
        table.columns().forEach(column -> {
            ObjectNode one = columns.addObject();
            one.put("name", column.name());
            one.put("meaning", Words.of(column.meaning()));
            one.put("confidence", column.confidence());
            one.put("evidence", column.evidence());
        });
    }

    private static void target(ObjectNode row, PlannedTarget target) {
        Outlook outlook = target.outlook();
        row.put("name", target.name());
        row.put("situation", Words.of(outlook.situation()));
        row.put("tablesAreMade", outlook.made());
        row.put("exchanged", outlook.beside());
        ObjectNode held = row.putObject("rowsTakenAway");
        new TreeMap<>(outlook.held()).forEach((table, rows) -> held.put(table.toString(), rows));
        ArrayNode paused = row.putArray("paused");
        outlook.paused().forEach(paused::add);
    }

    private static void warnings(ArrayNode array, List<Warning> warnings) {
        for (Warning warning : warnings) {
            ObjectNode row = array.addObject();
            row.put("id", warning.id());
            row.put("object", warning.object());
            row.put("text", warning.text());
            warning.reason().ifPresent(reason -> row.put("acknowledged", reason));
        }
    }

    /** A number below 0 stands for unknown. */
    static void rows(ObjectNode row, String key, long rows) {
        if (rows < 0) {
            row.putNull(key);
        } else {
            row.put(key, rows);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(ObjectNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values is always JSON", e);
        }
    }
}
