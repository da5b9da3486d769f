package dev.understudy.introspect.h2;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.TableName;
import dev.understudy.schema.text.QualifiedNames;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * H2's own definitions, as its SCRIPT command writes them: fully qualified, without rows, passwords and where counters
 * stand now. Only an administrator may ask for them; for anybody else there are none.
 */
final class H2Script {
    private static final int ADMIN_RIGHTS_REQUIRED = 90040;
    private static final Pattern CREATE = Pattern.compile(
            "CREATE (?:FORCE |CACHED |MEMORY )*(?<kind>GLOBAL TEMPORARY TABLE|TABLE|DOMAIN|CONSTANT|ALIAS|AGGREGATE|SEQUENCE|VIEW|TRIGGER"
                    + "|(?:UNIQUE NULLS (?:NOT |ALL )?DISTINCT |UNIQUE |SPATIAL )?INDEX) ");

    private static final Pattern HOW_KEPT = Pattern.compile("^CREATE (?:FORCE |CACHED |MEMORY )+");
    private static final Pattern RESTART = Pattern.compile(" RESTART WITH -?\\d+");

    /** @param kind {@code TABLE}, {@code VIEW}, …; {@code INDEX} for indexes of all sorts */
    private record Key(String kind, TableName name) {}

    private final Map<Key, String> definitions = new HashMap<>();
    private final Map<TableName, StringBuilder> domainChecks = new HashMap<>();

    private H2Script() {}

    static H2Script read(CatalogQuery query, List<String> schemas) throws SQLException {
        H2Script script = new H2Script();
        String list = schemas.stream()
                .map(schema -> '"' + schema.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
        try {
            query.list("SCRIPT NODATA NOPASSWORDS NOSETTINGS SCHEMA " + list, row -> row.getString(1))
                    .forEach(script::add);
        } catch (SQLException e) {
            if (e.getErrorCode() != ADMIN_RIGHTS_REQUIRED) {
                throw e;
            }
        }
        return script;
    }

    private void add(String line) {
        String statement = line.endsWith(";") ? line.substring(0, line.length() - 1) : line;
        Matcher create = CREATE.matcher(statement);
        if (create.lookingAt()) {
            String kind = create.group("kind");
            QualifiedNames.ansi(statement).names().stream()
                    .findFirst()
                    .ifPresent(name ->
                            // In a text of Java or of a comment the words mean something else, but there they are
                            // harmless.
                            definitions.put(
                                    new Key(kind.endsWith("INDEX") ? "INDEX" : kind, name),
                                    withoutCounter(
                                            kind, HOW_KEPT.matcher(statement).replaceFirst("CREATE "))));
        } else if (statement.startsWith("ALTER DOMAIN ")) {
            addDomainCheck(statement);
        }
    }

    private static String withoutCounter(String kind, String statement) {
        return kind.equals("TABLE") || kind.equals("SEQUENCE")
                ? RESTART.matcher(statement).replaceAll("")
                : statement;
    }

    /** {@code ALTER DOMAIN d ADD CONSTRAINT s.c CHECK(…) NOCHECK}: CREATE DOMAIN takes the same, without schema. */
    private void addDomainCheck(String statement) {
        List<TableName> names = QualifiedNames.ansi(statement).names();
        int check = statement.indexOf(" CHECK(");
        if (names.size() < 2 || check < 0) {
            return;
        }
        String condition = statement.substring(check).replaceFirst(" NOCHECK$", "");
        domainChecks
                .computeIfAbsent(names.get(0), unused -> new StringBuilder())
                .append(" CONSTRAINT ")
                .append('"')
                .append(names.get(1).name().replace("\"", "\"\""))
                .append('"')
                .append(condition);
    }

    /** The whole CREATE statement, or empty. */
    String definition(String kind, TableName name) {
        String definition = definitions.getOrDefault(new Key(kind, name), "");
        return kind.equals("DOMAIN") && domainChecks.containsKey(name)
                ? definition + domainChecks.get(name)
                : definition;
    }

    /** Names of everything of a kind, sorted. */
    List<TableName> names(String kind) {
        return definitions.keySet().stream()
                .filter(key -> key.kind().equals(kind))
                .map(Key::name)
                .sorted()
                .toList();
    }
}
