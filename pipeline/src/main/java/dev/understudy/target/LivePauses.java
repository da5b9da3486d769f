package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import dev.understudy.sql.statement.LiveObjects;
import dev.understudy.sql.statement.Pause;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the links and triggers that act on some tables of a target, and how each is paused. */
final class LivePauses {
    private final Connection connection;
    private final Vendor vendor;
    private final Set<TableName> tables;

    /**
     * A link that stands in the target.
     *
     * @param child the table that declares it, which may be a partition
     * @param whole the partitioned table whose rows the child holds; the child itself if it is no partition
     */
    record LiveLink(TableName child, TableName parent, String name, String clause, TableName whole) {}

    /** @param tables full names in the target */
    LivePauses(Connection connection, Vendor vendor, Set<TableName> tables) {
        this.connection = connection;
        this.vendor = vendor;
        this.tables = Set.copyOf(tables);
    }

    /** Links that leave or reach the tables. */
    List<LiveLink> links() throws SQLException {
        List<LiveLink> links = new ArrayList<>();
        for (List<String> row : Answers.rows(connection, new LiveObjects(vendor).links(), 8)) {
            TableName child = new TableName(row.get(0), row.get(1));
            TableName parent = new TableName(row.get(2), row.get(3));
            TableName whole = new TableName(row.get(6), row.get(7));
            if (tables.contains(child) || tables.contains(parent) || tables.contains(whole)) {
                links.add(new LiveLink(child, parent, row.get(4), row.get(5), whole));
            }
        }
        return links;
    }

    /** None for MariaDB, whose sessions can be told not to check links. */
    List<Pause> linkPauses() throws SQLException {
        if (vendor != Vendor.POSTGRESQL && vendor != Vendor.H2) {
            return List.of();
        }
        Map<String, Pause> byStatement = new LinkedHashMap<>();
        for (LiveLink link : links()) {
            Pause pause = Pause.ofLink(vendor, link.child(), link.name(), link.clause());
            byStatement.putIfAbsent(pause.pause(), vendor == Vendor.H2 ? switchOf(link.child(), pause) : pause);
        }
        return List.copyOf(byStatement.values());
    }

    /** H2 switches all links of a table at once. They come back unchecked: verification searches for orphans anyway. */
    private static Pause switchOf(TableName child, Pause pause) {
        return new Pause(child.toString(), pause.pause(), pause.restore().replaceFirst(" CHECK$", ""));
    }

    List<Pause> indexPauses() throws SQLException {
        List<Pause> pauses = new ArrayList<>();
        Optional<String> query = new LiveObjects(vendor).indexes();
        if (query.isPresent()) {
            for (List<String> row : Answers.rows(connection, query.get(), 4)) {
                TableName table = new TableName(row.get(0), row.get(1));
                if (tables.contains(table)) {
                    pauses.add(Pause.ofIndex(vendor, table, row.get(2), row.get(3)));
                }
            }
        }
        return pauses;
    }

    List<Pause> triggerPauses() throws SQLException {
        List<Pause> pauses = new ArrayList<>();
        if (vendor == Vendor.GENERIC) {
            return pauses;
        }
        for (List<String> row : Answers.rows(connection, new LiveObjects(vendor).triggers(), 4)) {
            TableName table = new TableName(row.get(0), row.get(1));
            if (tables.contains(table)) {
                String definition = definition(table, row.get(2)).orElse("");
                Pause pause = Pause.ofTrigger(vendor, table, row.get(2), definition);
                if (row.get(3).equals("ALWAYS")) {
                    String always = pause.restore().replace(" ENABLE TRIGGER ", " ENABLE ALWAYS TRIGGER ");
                    pause = new Pause(pause.object(), pause.pause(), always);
                }
                // One that cannot be put back is not taken away.
                if (!pause.restore().isEmpty() && !pauses.contains(pause)) {
                    pauses.add(pause);
                }
            }
        }
        return pauses;
    }

    private Optional<String> definition(TableName table, String trigger) throws SQLException {
        return switch (vendor) {
            case MARIADB -> Optional.of(qualified(mariaDbDefinition(table, trigger), table, trigger));
            case H2 -> h2Definition(table, trigger);
            case SQLITE ->
                Answers.text(
                        connection,
                        "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = '%s'"
                                .formatted(trigger.replace("'", "''")));
            case POSTGRESQL, GENERIC -> Optional.empty();
        };
    }

    private String mariaDbDefinition(TableName table, String trigger) throws SQLException {
        String name = Identifiers.quote(vendor, new TableName(table.schema(), trigger));
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SHOW CREATE TRIGGER " + name)) {
            found.next();
            return found.getString(3);
        }
    }

    /** MariaDB keeps the text as it was typed, mostly without the database. */
    private String qualified(String definition, TableName table, String trigger) {
        String full = Identifiers.quote(vendor, new TableName(table.schema(), trigger));
        String on = Identifiers.quote(vendor, table);
        String name = "((?:`[^`]+`|[\\w$]+)\\s*\\.\\s*)?(`%s`|%s)";
        Pattern pattern = Pattern.compile("(?is)(\\bTRIGGER\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?)"
                + name.formatted(Pattern.quote(trigger), Pattern.quote(trigger)) + "(\\s+.*?\\bON\\s+)"
                + name.formatted(Pattern.quote(table.name()), Pattern.quote(table.name())));
        return pattern.matcher(definition)
                .replaceFirst(match -> Matcher.quoteReplacement(match.group(1) + full + match.group(4) + on));
    }

    private Optional<String> h2Definition(TableName table, String trigger) throws SQLException {
        String name = "TRIGGER " + Identifiers.quote(vendor, new TableName(table.schema(), trigger)) + " ";
        return Answers.rows(connection, "SCRIPT NODATA NOPASSWORDS NOSETTINGS", 1).stream()
                .map(row -> row.get(0))
                .filter(text -> text.startsWith("CREATE") && text.contains(name))
                .map(text -> text.endsWith(";") ? text.substring(0, text.length() - 1) : text)
                .findFirst();
    }
}
