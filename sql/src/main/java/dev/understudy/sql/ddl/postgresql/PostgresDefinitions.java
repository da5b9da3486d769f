package dev.understudy.sql.ddl.postgresql;

import dev.understudy.schema.Check;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Filling;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Handling;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.Sequence;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Notice;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TableDefinitions;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.statement.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL to PostgreSQL, by the catalog's own texts.
 *
 * <p>The statements of a phase run on one connection, in order: a phase that makes routines begins with a setting, so that
 * routines may mention what is made after them, and ends by taking it back. A condition that calls a routine of the schema,
 * or that existing rows may break, is added after the load.
 *
 * <p>Schemas may be renamed; then what only the bodies of routines mention without its schema is found by the search path of
 * whoever calls them, and a notice says so. Costs: linear, but for a search of every check for every routine's name.
 */
public final class PostgresDefinitions implements TableDefinitions {
    private static final String LATER_BODIES = "check_function_bodies";

    @Override
    public TargetDefinition define(Schema source, SchemaNames names) {
        List<Table> tables = source.tables().stream()
                .filter(table -> table.kind() != TableKind.FOREIGN)
                .toList();
        TableStatements making = new TableStatements(names, identities(source));
        ObjectStatements objects = new ObjectStatements(names);
        List<DdlStatement> statements = new ArrayList<>();
        statements.add(new DdlStatement(Phase.BEFORE_LOAD, LATER_BODIES, "SET " + LATER_BODIES + " = off"));
        Map<SchemaObject, Moment> moments = moments(source, tables);
        add(statements, objects, moments, Moment.BEFORE_TABLES);
        statements.addAll(sequences(source, names));
        Map<TableName, Table> byName = source.tablesByName();
        Set<String> routines = routineCalls(source);
        List<Table> deepestFirst = tables.stream()
                .sorted(Comparator.comparingInt((Table table) -> -depth(table, byName))
                        .thenComparing(Table::name))
                .toList();
        for (Table table : tables) {
            statements.add(making.create(
                    table,
                    table.checks().stream()
                            .filter(check -> !isLate(check, routines))
                            .toList()));
        }
        // From the top: a partition hands its identity on only while it is tied.
        for (int i = deepestFirst.size() - 1; i >= 0; i--) {
            statements.addAll(making.tie(deepestFirst.get(i)));
        }
        statements.addAll(ownedSequences(source, names));
        add(statements, objects, moments, Moment.AFTER_TABLES);
        statements.add(new DdlStatement(Phase.BEFORE_LOAD, LATER_BODIES, "RESET " + LATER_BODIES));
        deepestFirst.forEach(table -> {
            statements.addAll(making.keys(table));
            table.checks().stream()
                    .filter(check -> isLate(check, routines))
                    .forEach(check -> statements.add(making.constraint(
                            Phase.AFTER_LOAD_CHECKS, table.name(), check.name(), check.definition())));
        });
        source.foreignKeys().stream()
                .filter(link -> link.declared() && !link.definition().isEmpty())
                .forEach(link -> statements.add(
                        making.constraint(Phase.AFTER_LOAD_LINKS, link.child(), link.name(), link.definition())));
        add(statements, objects, moments, Moment.WITH_LINKS);
        statements.add(new DdlStatement(Phase.AFTER_LOAD_OBJECTS, LATER_BODIES, "SET " + LATER_BODIES + " = off"));
        add(statements, objects, moments, Moment.AFTER_LOAD);
        tables.forEach(table -> statements.addAll(making.comments(table)));
        statements.add(new DdlStatement(Phase.AFTER_LOAD_OBJECTS, LATER_BODIES, "RESET " + LATER_BODIES));
        statements.sort(Comparator.comparing(DdlStatement::phase));
        return new TargetDefinition(statements, notices(source, names, objects));
    }

    /** When an object beside the tables is made. */
    private enum Moment {
        BEFORE_TABLES(Phase.BEFORE_LOAD),
        AFTER_TABLES(Phase.BEFORE_LOAD),
        WITH_LINKS(Phase.AFTER_LOAD_LINKS),
        AFTER_LOAD(Phase.AFTER_LOAD_OBJECTS);

        private final Phase phase;

        Moment(Phase phase) {
            this.phase = phase;
        }
    }

    private static Map<SchemaObject, Moment> moments(Schema source, List<Table> tables) {
        Set<TableName> names = tables.stream().map(Table::name).collect(Collectors.toSet());
        Map<SchemaObject, Moment> moments = new LinkedHashMap<>();
        for (SchemaObject object : source.objects()) {
            if (object.handling() != Handling.WITHHOLD) {
                moments.put(object, moment(object, names));
            }
        }
        return moments;
    }

    private static Moment moment(SchemaObject object, Set<TableName> tables) {
        if (object.kind() == Kind.PARTITION_FOREIGN_KEY) {
            return Moment.WITH_LINKS;
        }
        boolean tablesMayUseIt = object.kind().compareTo(Kind.OPERATOR) <= 0
                || object.definition().startsWith("CREATE CAST");
        if (!tablesMayUseIt || !tables.containsAll(object.needs())) {
            return Moment.AFTER_LOAD;
        }
        return object.needs().isEmpty() ? Moment.BEFORE_TABLES : Moment.AFTER_TABLES;
    }

    private static void add(
            List<DdlStatement> statements, ObjectStatements objects, Map<SchemaObject, Moment> moments, Moment moment) {
        moments.forEach((object, when) -> {
            if (when == moment) {
                statements.addAll(objects.create(object, moment.phase));
            }
        });
    }

    private static Map<ColumnName, Sequence> identities(Schema source) {
        Map<TableName, Table> tables = source.tablesByName();
        Map<ColumnName, Sequence> identities = new HashMap<>();
        for (Sequence sequence : source.sequences()) {
            owner(sequence)
                    .filter(column -> isIdentity(tables.get(column.table()), column.column()))
                    .ifPresent(column -> identities.put(column, sequence));
        }
        return identities;
    }

    private static boolean isIdentity(Table table, String column) {
        Filling filling = table.column(column).orElseThrow().filling();
        return filling == Filling.IDENTITY_ALWAYS || filling == Filling.IDENTITY_BY_DEFAULT;
    }

    private static Optional<ColumnName> owner(Sequence sequence) {
        return sequence.owned() ? Optional.of(sequence.feeds().get(0)) : Optional.empty();
    }

    private static List<DdlStatement> sequences(Schema source, SchemaNames names) {
        Map<ColumnName, Sequence> identities = identities(source);
        RenamedTexts texts = new RenamedTexts(names);
        return source.sequences().stream()
                .filter(sequence -> !identities.containsValue(sequence))
                .map(sequence -> new DdlStatement(
                        Phase.BEFORE_LOAD, names.target(sequence.name()).toString(), texts.of(sequence.definition())))
                .toList();
    }

    private static List<DdlStatement> ownedSequences(Schema source, SchemaNames names) {
        Map<ColumnName, Sequence> identities = identities(source);
        return source.sequences().stream()
                .filter(sequence -> sequence.owned() && !identities.containsValue(sequence))
                .map(sequence -> new DdlStatement(
                        Phase.BEFORE_LOAD,
                        names.target(sequence.name()).toString(),
                        "ALTER SEQUENCE %s OWNED BY %s.%s"
                                .formatted(
                                        quote(names.target(sequence.name())),
                                        quote(names.target(
                                                owner(sequence).orElseThrow().table())),
                                        quote(owner(sequence).orElseThrow().column()))))
                .toList();
    }

    private static String quote(TableName target) {
        return Identifiers.quote(Vendor.POSTGRESQL, target);
    }

    private static String quote(String column) {
        return Identifiers.quote(Vendor.POSTGRESQL, column);
    }

    private static int depth(Table table, Map<TableName, Table> tables) {
        return table.inherits().stream()
                .mapToInt(parent -> 1 + depth(tables.get(parent), tables))
                .max()
                .orElse(0);
    }

    /** How a text calls the routines of the schema: qualified, with or without quotes. */
    private static Set<String> routineCalls(Schema source) {
        return source.objects().stream()
                .filter(object -> object.kind() == Kind.ROUTINE || object.kind() == Kind.AGGREGATE)
                .map(object -> object.name().name().replaceFirst("\\(.*", "") + "(")
                .flatMap(call -> Stream.of(call, call.replaceFirst("\\($", "\"(")))
                .collect(Collectors.toSet());
    }

    private static boolean isLate(Check check, Set<String> routines) {
        return !check.enforced() || routines.stream().anyMatch(check.expression()::contains);
    }

    private static List<Notice> notices(Schema source, SchemaNames names, ObjectStatements objects) {
        List<Notice> notices = new ArrayList<>();
        source.objects().forEach(object -> objects.notice(object).ifPresent(notices::add));
        boolean renamed = names.bySource().entrySet().stream()
                .anyMatch(name -> !name.getKey().equals(name.getValue()));
        source.objects().stream()
                .filter(object -> renamed && object.kind() == Kind.ROUTINE && object.handling() == Handling.CREATE)
                .map(object -> names.target(object.name()).toString())
                .forEach(routine -> notices.add(new Notice(
                        "schema-renamed",
                        routine,
                        "The body of %s may still mean a schema by the name it has in the source."
                                .formatted(routine))));
        return notices;
    }
}
