package dev.understudy.sql.rules;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.Table;
import dev.understudy.schema.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks of domains, as conditions of the columns that have them. */
final class DomainChecks {
    private static final Pattern CHECK = Pattern.compile("\\bCHECK\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("\\bVALUE\\b", Pattern.CASE_INSENSITIVE);
    private static final String CREATE = "CREATE DOMAIN ";

    private final Schema schema;

    DomainChecks(Schema schema) {
        this.schema = schema;
    }

    /** Those that can be evaluated. */
    List<Rule> of(Table table) {
        List<Rule> rules = new ArrayList<>();
        for (Check check : all(table)) {
            RuleText.parse(schema.vendor(), table, check)
                    .ifPresent(condition -> rules.add(new Rule(check.name(), condition)));
        }
        return rules;
    }

    /** Those that cannot. */
    List<Check> unread(Table table) {
        return all(table).stream()
                .filter(check -> RuleText.parse(schema.vendor(), table, check).isEmpty())
                .toList();
    }

    /** Understood or not, in the words of the source. */
    List<Check> all(Table table) {
        List<Check> all = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.type().sqlName().equals(column.type().baseName())) {
                String name = column.type().sqlName().replaceFirst(" COLLATE .*$", "");
                for (String check : checks(name)) {
                    all.add(new Check(column.name() + " as " + name, about(check, column.name()), true, ""));
                }
            }
        }
        return all;
    }

    /** Texts of the checks of a domain and of those that it is made of. */
    private List<String> checks(String domain) {
        Optional<String> definition = schema.objects().stream()
                .filter(object -> object.kind() == Kind.DOMAIN)
                .map(SchemaObject::definition)
                .filter(text -> text.startsWith(CREATE + domain + " AS "))
                .findFirst();
        if (definition.isEmpty()) {
            return List.of();
        }
        String rest = definition.get().substring((CREATE + domain + " AS ").length());
        List<String> checks = new ArrayList<>();
        schema.objects().stream()
                .filter(object -> object.kind() == Kind.DOMAIN)
                .map(object -> object.definition()
                        .substring(Math.min(CREATE.length(), object.definition().length())))
                .map(text -> text.substring(0, Math.max(0, text.indexOf(" AS "))))
                .filter(base -> !base.isEmpty() && !base.equals(domain) && (rest + " ").startsWith(base + " "))
                .findFirst()
                .ifPresent(base -> checks.addAll(checks(base)));
        var found = CHECK.matcher(rest);
        for (int from = 0; found.find(from); ) {
            int end = Parentheses.end(rest, found.end());
            checks.add(rest.substring(found.end(), end));
            from = end;
        }
        return checks;
    }

    private static String about(String check, String column) {
        String quoted = "\"" + column.replace("\"", "\"\"") + "\"";
        return Parentheses.outsideQuotes(
                check, part -> VALUE.matcher(part).replaceAll(java.util.regex.Matcher.quoteReplacement(quoted)));
    }
}
