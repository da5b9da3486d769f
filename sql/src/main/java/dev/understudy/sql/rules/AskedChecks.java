package dev.understudy.sql.rules;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.Filling;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.Table;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Conditions on rows that we cannot evaluate, so that the database must be asked: checks of tables and of domains, and what an
 * index or a computed column cannot be computed from without an error.
 */
public final class AskedChecks {
    /** A cast of something that is no literal into a type that does not take every text. */
    private static final Pattern FALLIBLE = Pattern.compile(
            "(?<!')::(?!\\s*\"?(text|character|varchar|bpchar|name|citext)\\b)|\\bto_(date|timestamp|number)\\(");

    /** What may be a relation; also the text in {@code trim(leading ' ' from text)}. */
    private static final Pattern READING =
            Pattern.compile("\\b(?:FROM|JOIN)\\s+(?:ONLY\\s+)?(?:[\\w\"`]+\\.)?[\"`]?(\\w+)", Pattern.CASE_INSENSITIVE);

    private AskedChecks() {}

    /** All of a table. @param table one of the schema's */
    public static List<Check> of(Schema schema, Table table) {
        Set<String> understood =
                RuleText.rules(schema.vendor(), table).stream().map(Rule::name).collect(Collectors.toSet());
        List<Check> asked = new ArrayList<>();
        table.checks().stream()
                .filter(check -> check.enforced() && !understood.contains(check.name()))
                .forEach(asked::add);
        asked.addAll(new DomainChecks(schema).unread(table));
        if (schema.vendor() == Vendor.POSTGRESQL) {
            asked.addAll(computable(table));
        }
        return asked;
    }

    /** Expressions that must have a value, whatever it is. */
    private static List<Check> computable(Table table) {
        List<Check> asked = new ArrayList<>();
        table.keys().forEach(key -> {
            key.expressions().forEach(text -> add(asked, key.name(), text));
            add(asked, key.name(), key.predicate());
        });
        table.indexes().stream()
                .filter(index -> !index.exclusion())
                .forEach(index -> IndexParts.of(index.definition()).forEach(text -> add(asked, index.name(), text)));
        table.columns().stream()
                .filter(column -> column.filling() == Filling.GENERATED)
                .forEach(column -> add(asked, column.name(), column.generation()));
        return asked;
    }

    private static void add(List<Check> asked, String name, String expression) {
        if (FALLIBLE.matcher(expression).find()) {
            asked.add(new Check(name, "(%s) IS NULL OR (%<s) IS NOT NULL".formatted(expression), true, ""));
        }
    }

    /** Columns that the text of a check names. */
    public static List<Column> columns(Table table, Check check) {
        String text = check.expression();
        return table.columns().stream()
                .filter(column -> Pattern.compile(
                                "(?<![\\w$'.])[\"`]?%s[\"`]?(?![\\w$'(])".formatted(Pattern.quote(column.name())))
                        .matcher(text)
                        .find())
                .toList();
    }

    /** True if the answer depends on rows of tables, which are not there while new rows are made. */
    public static boolean readsTables(Schema schema, Check check) {
        return schema.objects().stream()
                .filter(object -> object.kind() == Kind.ROUTINE)
                .filter(object -> calls(check, object))
                .anyMatch(object -> READING.matcher(object.definition())
                        .results()
                        .anyMatch(found -> isRelation(schema, found.group(1))));
    }

    private static boolean isRelation(Schema schema, String name) {
        boolean view = schema.objects().stream()
                .filter(object -> object.kind() != Kind.ROUTINE)
                .anyMatch(object -> object.name().name().equalsIgnoreCase(name));
        return view
                || schema.tables().stream()
                        .anyMatch(table -> table.name().name().equalsIgnoreCase(name));
    }

    private static boolean calls(Check check, SchemaObject routine) {
        String name = routine.name().name().replaceFirst("\\(.*", "");
        return check.expression().contains(name + "(") || check.expression().contains(name + "\"(");
    }
}
