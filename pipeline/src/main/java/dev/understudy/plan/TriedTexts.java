package dev.understudy.plan;

import dev.understudy.random.Draws;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.Matching;
import dev.understudy.schema.rule.RowView;
import dev.understudy.schema.rule.Rule;
import dev.understudy.schema.text.QualifiedNames;
import dev.understudy.semantic.ColumnContext;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.RegexTexts;
import dev.understudy.semantic.TextMaker;
import dev.understudy.semantic.TextObserver;
import dev.understudy.semantic.TextRecipe;
import dev.understudy.sql.rules.AskedChecks;
import dev.understudy.sql.rules.ImpliedRules;
import dev.understudy.sql.rules.RuleLabels;
import dev.understudy.sql.rules.RuleText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts for a column of a table without rows whose checks do not accept just any text: a pattern, a function of the
 * source's own. They are made from the pattern, from the column's meaning and from what the schema names, and tried: on the
 * conditions that are understood, and by the source on those that are not.
 */
final class TriedTexts {
    private static final int ORDINARY = 60;
    private static final int MOST = 500;
    /** What often means something to a function. */
    private static final List<String> USUAL = List.of(
            "",
            "a",
            "A",
            "0",
            "1",
            "true",
            "{}",
            "[]",
            "2024-01-31",
            "00:00",
            "a@example.org",
            "http://example.org/",
            "127.0.0.1",
            "en",
            "<x/>",
            "00000000-0000-4000-8000-000000000000",
            "[1]",
            "[\"a\"]",
            "[\"a\", \"1\", \"b\", \"2\"]",
            "{\"a\": 1}",
            "{\"a\": \"1\"}",
            "1.0.0",
            "#a0b1c2",
            "/a/b",
            "a.b",
            "a=1",
            "text/plain",
            "YWJj",
            "P1D",
            "1 day",
            "* * * * *",
            "UTC",
            "Europe/London",
            "USD",
            "US",
            "en-US",
            "a1:b2",
            "SELECT 1",
            "+12025550100");

    private static final int NAMED_OBJECTS = 40;
    private static final Draws ANY = Draws.seeded(0);

    private final Schema schema;
    private final Judge judge;
    private TableName rulesOf;
    private List<Rule> rules = List.of();

    TriedTexts(Schema schema, Judge judge) {
        this.schema = schema;
        this.judge = judge;
    }

    /** Checks that look at one column of characters. @param unread those of the table that are not understood */
    static List<Check> opaque(Table table, Column column, List<Check> unread) {
        return unread.stream()
                .filter(check -> AskedChecks.columns(table, check).equals(List.of(column)))
                .toList();
    }

    /** Checks that look at one column alone, understood or not, its domain's too. */
    static List<Check> about(Schema schema, Table table, Column column) {
        return Stream.concat(table.checks().stream(), ImpliedRules.ofDomains(schema, table).stream())
                .filter(check ->
                        check.enforced() && AskedChecks.columns(table, check).equals(List.of(column)))
                .toList();
    }

    /**
     * @param unread  checks of the table that are not understood
     * @param meaning of the column; asked for only where it needs texts
     * @param rows    how many rows the table is to have
     * @return empty if the column needs none, because ordinary texts pass; an empty list if none was found that passes
     */
    Optional<List<String>> of(Table table, Column column, List<Check> unread, Supplier<Meaning> meaning, long rows) {
        if (column.type().family() != TypeFamily.TEXT || isLink(table, column)) {
            return Optional.empty();
        }
        int index = table.columnIndex(column.name());
        List<Rule> rules = rules(table).stream()
                .filter(rule -> rule.columns().equals(Set.of(column.name())))
                .toList();
        List<Check> opaque = opaque(table, column, unread);
        List<Pattern> patterns = patterns(rules);
        boolean labelled =
                rules.stream().anyMatch(rule -> RuleLabels.of(rule.condition()).containsKey(column.name()));
        if (labelled || opaque.isEmpty() && patterns.isEmpty()) {
            return Optional.empty();
        }
        List<String> ordinary = ordinary(table, column, meaning.get(), rows);
        if (passing(index, rules, opaque, column, ordinary).size() == ordinary.size()) {
            return Optional.empty();
        }
        int wanted = (int) Math.min(MOST, Math.max(1, rows));
        List<String> found = new ArrayList<>();
        List<List<String>> candidates =
                List.of(made(patterns, wanted), named(column, opaque), ordinary, bent(ordinary), objects(opaque));
        for (List<String> some : candidates) {
            if (found.size() < wanted) {
                found.addAll(passing(index, rules, opaque, column, some));
            }
        }
        if (found.isEmpty()) {
            found.addAll(passing(index, rules, opaque, column, USUAL));
        }
        List<String> distinct = found.stream().distinct().limit(wanted).toList();
        return distinct.isEmpty() && opaque.isEmpty() ? Optional.empty() : Optional.of(distinct);
    }

    /** Of the table itself, and of the domains of its columns; read once a table, whose columns come one after the other. */
    private List<Rule> rules(Table table) {
        if (!table.name().equals(rulesOf)) {
            List<Rule> all = new ArrayList<>(RuleText.rules(schema.vendor(), table));
            all.addAll(ImpliedRules.of(schema, table));
            rulesOf = table.name();
            rules = List.copyOf(all);
        }
        return rules;
    }

    private boolean isLink(Table table, Column column) {
        return schema.foreignKeysOf(table.name()).stream()
                .anyMatch(link -> link.childColumns().contains(column.name()));
    }

    private static List<Pattern> patterns(List<Rule> rules) {
        List<Pattern> patterns = new ArrayList<>();
        rules.forEach(rule -> collect(rule.condition(), patterns));
        return patterns;
    }

    private static void collect(Condition condition, List<Pattern> patterns) {
        if (condition instanceof Matching matching) {
            patterns.add(matching.pattern());
        } else if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> collect(part, patterns));
        } else if (condition instanceof Condition.Or or) {
            or.parts().forEach(part -> collect(part, patterns));
        } else if (condition instanceof Condition.Not not) {
            collect(not.condition(), patterns);
        }
    }

    private List<String> ordinary(Table table, Column column, Meaning meaning, long rows) {
        TextRecipe recipe =
                TextObserver.recipeWithoutRows(new ColumnContext(table.name(), column, meaning, "en", rows > 1, rows));
        TextMaker maker = TextMaker.of(recipe, ANY, ANY);
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(rows, ORDINARY); i++) {
            texts.add(maker.make(i, i, i));
        }
        return List.copyOf(texts);
    }

    private static List<String> made(List<Pattern> patterns, int wanted) {
        Set<String> texts = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            RegexTexts.of(pattern).ifPresent(regex -> {
                for (int i = 0; i < 4 * wanted; i++) {
                    texts.add(regex.make(ANY, i));
                }
            });
        }
        return List.copyOf(texts);
    }

    /** The same words as a name in lower case, in upper case, and as letters alone. */
    private static List<String> bent(List<String> texts) {
        return texts.stream()
                .flatMap(text -> {
                    String name = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
                    return Stream.of(name, name.toUpperCase(Locale.ROOT), name.replaceAll("[^a-z]", ""));
                })
                .distinct()
                .toList();
    }

    /** What the default and the checks name. */
    static List<String> named(Column column, List<Check> checks) {
        return Stream.concat(
                        strings(column.defaultExpression()),
                        checks.stream().flatMap(check -> strings(check.expression())))
                .distinct()
                .toList();
    }

    private static Stream<String> strings(String sql) {
        return sql.isEmpty() ? Stream.of() : QualifiedNames.ansi(sql).strings().stream();
    }

    /** Names of tables and functions: checks like to ask whether such a thing exists. */
    private List<String> objects(List<Check> opaque) {
        if (opaque.isEmpty()) {
            return List.of();
        }
        Stream<TableName> tables = schema.rowTables().stream().map(Table::name).limit(NAMED_OBJECTS);
        Stream<TableName> routines = schema.objects().stream()
                .filter(object -> object.kind() == SchemaObject.Kind.ROUTINE)
                .map(SchemaObject::name)
                .limit(NAMED_OBJECTS);
        return Stream.concat(tables, routines)
                .flatMap(name -> Stream.of(name.toString(), name.name()))
                .map(name -> name.replaceFirst("\\(.*", ""))
                .distinct()
                .toList();
    }

    private List<String> passing(int index, List<Rule> rules, List<Check> opaque, Column column, List<String> texts) {
        int length = column.type().length();
        List<String> fine = texts.stream()
                .filter(text -> length == 0 || text.length() <= length)
                .filter(text -> rules.stream().allMatch(rule -> rule.isKeptBy(holding(index, padded(column, text)))))
                .toList();
        for (Check check : opaque) {
            if (!fine.isEmpty()) {
                List<Boolean> verdicts = judge.passes(check, column, fine);
                List<String> asked = fine;
                fine = IntStream.range(0, asked.size())
                        .filter(verdicts::get)
                        .mapToObj(asked::get)
                        .toList();
            }
        }
        return fine;
    }

    /** PostgreSQL matches patterns against a fixed text with its blanks. */
    private String padded(Column column, String text) {
        boolean blanks = schema.vendor() == Vendor.POSTGRESQL
                && column.type().baseName().startsWith("character(")
                && !text.isEmpty();
        return blanks ? text + " ".repeat(Math.max(0, column.type().length() - text.length())) : text;
    }

    private static RowView holding(int index, String text) {
        return new RowView() {
            @Override
            public boolean isNull(int column) {
                return column != index;
            }

            @Override
            public Object value(int column) {
                return column == index ? text : null;
            }
        };
    }
}
