package dev.understudy.cli.config;

import dev.understudy.connect.Access;
import dev.understudy.job.InspectJob.Inspection;
import dev.understudy.job.SourceSettings;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedColumn;
import dev.understudy.plan.PlannedSubject;
import dev.understudy.plan.PlannedTable;
import dev.understudy.propose.LinkProposal;
import dev.understudy.propose.TypedProposal;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A first configuration for a source: everything that was found, with its evidence. What would change a run stands in comments,
 * so that the file as it is written changes nothing.
 */
public final class ConfigurationText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    /** Words that YAML takes for something else than a text. */
    private static final Pattern SPECIAL =
            Pattern.compile("y|n|yes|no|on|off|true|false|null|~", Pattern.CASE_INSENSITIVE);

    private final Inspection inspection;
    private static final Pattern URL_USER = Pattern.compile("[?&;]user=([\\w.-]+)", Pattern.CASE_INSENSITIVE);

    private final Plan plan;
    private final boolean oneSchema;
    private final List<String> lines = new ArrayList<>();

    private ConfigurationText(Inspection inspection) {
        this.inspection = inspection;
        this.plan = inspection.plan();
        this.oneSchema = plan.schema().tables().stream()
                        .map(table -> table.name().schema())
                        .distinct()
                        .count()
                <= 1;
    }

    /**
     * The lines of a file in UTF-8. Holds no password, and no value of the source but labels that k rows share.
     *
     * @param target if one was named
     * @param seed   start of every draw
     */
    public static List<String> lines(Inspection inspection, SourceSettings source, Optional<Access> target, long seed) {
        ConfigurationText text = new ConfigurationText(inspection);
        text.ends(source, target);
        text.run(seed);
        text.tables();
        text.columns();
        text.links();
        text.lines.addAll(RuleProposals.lines(inspection.found().dependencies()));
        text.opaque();
        text.privacy();
        return text.lines;
    }

    /**
     * What an earlier file does not speak of, in comments that can be added to it: tables, columns that mean something, and links.
     *
     * @param known its text; what it mentions, in a comment or not, is known
     */
    public static List<String> news(Inspection inspection, String known) {
        ConfigurationText text = new ConfigurationText(inspection);
        List<String> news = new ArrayList<>();
        section(
                news,
                "tables",
                inspection.plan().tables().stream()
                        .filter(table -> !mentions(known, key(text.table(table.name()))))
                        .map(table -> "#   " + text.entry(table))
                        .toList());
        section(
                news,
                "columns",
                inspection.plan().tables().stream()
                        .flatMap(table -> table.columns().stream()
                                .filter(column -> !mentions(known, text.key(table, column)))
                                .map(column -> text.entry(table, column)))
                        .toList());
        String packed = known.replaceAll("\\s", "");
        inspection.proposals().stream()
                .filter(proposal -> !packed.contains(text.ends(proposal).replaceAll("\\s", "")))
                .forEach(proposal -> text.add(text.entry(proposal)));
        inspection.typed().stream()
                .filter(typed -> !packed.contains("by:" + text.columns(typed.child(), List.of(typed.typeColumn()))))
                .forEach(text::typed);
        section(news, "links", text.lines);
        section(news, "rules", RuleProposals.news(inspection.found().dependencies(), packed));
        return news;
    }

    /** True if a line of a file has the key, commented out or not. */
    private static boolean mentions(String known, String key) {
        return Pattern.compile("(?m)^[#\\s]*" + Pattern.quote(key) + "\\s*:")
                .matcher(known)
                .find();
    }

    private static void section(List<String> news, String name, List<String> entries) {
        if (!entries.isEmpty()) {
            news.add("# " + name + ":");
            news.addAll(entries);
        }
    }

    private void add(String line) {
        lines.add(line);
    }

    private void ends(SourceSettings source, Optional<Access> target) {
        String place = source.access().place();
        add("# What Understudy does with %s. Keys that are left out have their defaults;".formatted(place));
        add("# `understudy plan --config FILE` shows what comes of it, and writes nothing.");
        add("version: 1");
        add("");
        if (!place.equals(source.access().url())
                || target.filter(there -> !there.place().equals(there.url())).isPresent()) {
            add("# Parameters of the URL are left out, because they may hold a password; add what is needed.");
        }
        add("source:");
        add("  url: " + quoted(place));
        add("  user: \"${UNDERSTUDY_SOURCE_USER:-%s}\"".formatted(user(source.access())));
        add("  password: \"${UNDERSTUDY_SOURCE_PASSWORD:-}\"       # or ${file:/run/secrets/NAME}");
        if (!source.schemas().isEmpty()) {
            add("  schemas: [%s]"
                    .formatted(source.schemas().stream()
                            .map(ConfigurationText::quoted)
                            .collect(Collectors.joining(", "))));
        }
        add("");
        add("# An empty database; Understudy makes the tables in it.");
        if (target.isPresent()) {
            add("target:");
            add("  url: " + quoted(target.get().place()));
            add("  user: \"${UNDERSTUDY_TARGET_USER:-%s}\"".formatted(user(target.get())));
            add("  password: \"${UNDERSTUDY_TARGET_PASSWORD:-}\"       # or ${file:/run/secrets/NAME}");
        } else {
            add("# target:");
            add("#   url: " + quoted(place.replaceFirst("//[^/]*/", "//HOST/")));
            add("#   user: \"${UNDERSTUDY_TARGET_USER?set the target's user}\"");
            add("#   password: \"${UNDERSTUDY_TARGET_PASSWORD?set the target's password}\"");
        }
    }

    /** The user that a URL names, where that is a plain word. */
    private static String user(Access access) {
        Matcher named = URL_USER.matcher(access.url());
        return named.find() ? named.group(1) : "";
    }

    private void run(long seed) {
        String scale = String.valueOf(plan.settings().scale());
        add("");
        add("scale: %-16s # factor on the rows of subject tables".formatted(scale));
        add("seed: %-17d # the same seed gives the same rows".formatted(seed));
        add(
                "locale: auto            # where made-up people live: auto, world, a language (de), one country of it (de-AT)");
    }

    /** Key of a table in the file. */
    private String table(TableName name) {
        return oneSchema ? name.name() : name.toString();
    }

    private void tables() {
        add("");
        add("# mode: auto | synthesize | copy | empty | skip. What auto means now stands behind each table.");
        add("tables:");
        for (PlannedTable table : plan.tables()) {
            add("  " + entry(table));
        }
    }

    private String entry(PlannedTable table) {
        return "%s: {mode: auto}    # %s".formatted(key(table(table.name())), remark(table));
    }

    private static String remark(PlannedTable table) {
        String rows = table.sourceRows() < 0 ? "not read" : "%,d rows".formatted(table.sourceRows());
        String mode = table.mode().name().toLowerCase(Locale.ROOT);
        return oneLine("%s, %s%s".formatted(rows, mode, table.reason().isEmpty() ? "" : " (" + table.reason() + ")"));
    }

    private void columns() {
        add("");
        add("# What columns mean, as far as it was recognised in a sample. Take a line in to pin or to change it.");
        List<String> found = new ArrayList<>();
        for (PlannedTable table : plan.tables()) {
            for (PlannedColumn column : table.columns()) {
                found.add("#   %s: {as: %s}    # %.0f %% sure: %s"
                        .formatted(
                                key(table(table.name()) + "." + column.name()),
                                Words.of(column.meaning()),
                                100 * column.confidence(),
                                oneLine(column.evidence())));
            }
        }
        if (!found.isEmpty()) {
            add("# columns:");
            lines.addAll(found);
        }
    }

    private String key(PlannedTable table, PlannedColumn column) {
        return key(table(table.name()) + "." + column.name());
    }

    private String entry(PlannedTable table, PlannedColumn column) {
        return "#   %s: {as: %s}    # %s"
                .formatted(key(table, column), Words.of(column.meaning()), oneLine(column.evidence()));
    }

    private void links() {
        add("");
        add("# Links that the database does not declare. Take in what is right: it is then kept and checked like a");
        add("# foreign key, and never created.");
        if (inspection.proposals().isEmpty() && inspection.typed().isEmpty()) {
            add("# None was found.");
            add("# links:");
            add("#   - {from: ticket.user_ref, to: app_user.id}");
            return;
        }
        add("# links:");
        for (LinkProposal proposal : inspection.proposals()) {
            add(entry(proposal));
        }
        inspection.typed().forEach(this::typed);
    }

    private String ends(LinkProposal proposal) {
        ForeignKey link = proposal.link();
        return "from: %s, to: %s"
                .formatted(columns(link.child(), link.childColumns()), columns(link.parent(), link.parentColumns()));
    }

    private String entry(LinkProposal proposal) {
        return "#   - {%s}    # score %s: %s"
                .formatted(ends(proposal), score(proposal.score()), oneLine(proposal.evidence()));
    }

    private void typed(TypedProposal typed) {
        add("#   - from: %s    # score %s%s"
                .formatted(
                        columns(typed.child(), List.of(typed.column())),
                        score(typed.score()),
                        typed.otherLabels() == 0
                                ? ""
                                : "; %d other labels have no table".formatted(typed.otherLabels())));
        add("#     by: " + columns(typed.child(), List.of(typed.typeColumn())));
        add("#     to:");
        for (LinkProposal part : typed.parts()) {
            add("#       %s: %s    # %s"
                    .formatted(
                            key(part.link().type().label()),
                            columns(part.link().parent(), part.link().parentColumns()),
                            oneLine(part.evidence())));
        }
    }

    private String columns(TableName table, List<String> columns) {
        List<String> names =
                columns.stream().map(column -> key(table(table) + "." + column)).toList();
        return names.size() == 1 ? names.get(0) : "[" + String.join(", ", names) + "]";
    }

    private void opaque() {
        if (inspection.opaque().isEmpty()) {
            return;
        }
        add("");
        add("# Checks that are not understood; rows that break them are found by the target:");
        inspection.opaque().forEach(check -> add("#   " + oneLine(check)));
    }

    private void privacy() {
        add("");
        add("# Families start with a subject; what fewer than k of them share never leaves the source.");
        for (PlannedSubject subject : plan.subjects()) {
            add("#   %s: %,d families".formatted(oneLine(table(subject.table())), subject.families()));
        }
        add("privacy:");
        add("  k: %d".formatted(plan.settings().k()));
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    /** As a key or a value of YAML. */
    private static String key(String name) {
        return PLAIN.matcher(name).matches() && !SPECIAL.matcher(name).matches() ? name : quoted(name);
    }

    /** A double-quoted text; a dollar before a brace is doubled, because the brace would name a variable. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.replace("${", "$${").toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\u0085\\u2028\\u2029]+", " ");
    }
}
