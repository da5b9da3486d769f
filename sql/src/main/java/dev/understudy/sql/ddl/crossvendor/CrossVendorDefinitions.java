package dev.understudy.sql.ddl.crossvendor;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Sequence;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TableDefinitions;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.statement.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From any vendor to another: what both can say; notices tell the rest. */
public final class CrossVendorDefinitions implements TableDefinitions {
    private final Vendor target;

    /** @param target the vendor in whose words the statements are */
    public CrossVendorDefinitions(Vendor target) {
        this.target = target;
    }

    @Override
    public TargetDefinition define(Schema source, SchemaNames names) {
        Losses losses = new Losses(target);
        List<Table> made = source.tables().stream()
                .filter(table -> table.kind() != TableKind.PARTITION && table.kind() != TableKind.FOREIGN)
                .toList();
        UniqueNames unique = new UniqueNames();
        made.forEach(table -> {
            TableName name = names.target(table.name());
            unique.take(name.schema(), name.name());
        });
        CrossVendorTables tables = new CrossVendorTables(
                target,
                names,
                new ColumnTypes(source, TargetTypes.of(target)),
                new Conditions(source.vendor(), target),
                unique,
                losses);
        List<DdlStatement> statements = new ArrayList<>(schemas(source, made, names));
        sequences(source, names, statements);
        Set<TableName> present = made.stream().map(Table::name).collect(Collectors.toSet());
        List<ForeignKey> links = source.foreignKeys().stream()
                .filter(key -> key.declared() && present.contains(key.child()) && present.contains(key.parent()))
                .toList();
        boolean inside = target == Vendor.SQLITE;
        for (Table table : made) {
            statements.addAll(tables.of(
                    table,
                    links.stream()
                            .filter(key -> inside && key.child().equals(table.name()))
                            .toList()));
            if (table.kind() == TableKind.PARTITIONED) {
                losses.partitions(table);
            }
        }
        links.stream().filter(key -> !inside).map(tables::link).forEach(statements::add);
        source.objects().forEach(losses::object);
        statements.sort(Comparator.comparing(DdlStatement::phase));
        return new TargetDefinition(statements, losses.notices());
    }

    /** All but the default one, which the target has. */
    private List<DdlStatement> schemas(Schema source, List<Table> tables, SchemaNames names) {
        String present = names.target(source.defaultSchema());
        String words = target == Vendor.MARIADB ? "CREATE DATABASE IF NOT EXISTS " : "CREATE SCHEMA IF NOT EXISTS ";
        return tables.stream()
                .map(table -> names.target(table.name().schema()))
                .distinct()
                .filter(schema -> !schema.isEmpty() && !schema.equals(present))
                .map(schema -> new DdlStatement(Phase.BEFORE_LOAD, schema, words + Identifiers.quote(target, schema)))
                .toList();
    }

    /** Counters that number no column; the others become identities of their columns. */
    private void sequences(Schema source, SchemaNames names, List<DdlStatement> statements) {
        for (Sequence sequence : source.sequences()) {
            if (target != Vendor.SQLITE && sequence.feeds().isEmpty() && !sequence.owned()) {
                statements.add(new DdlStatement(
                        Phase.BEFORE_LOAD,
                        sequence.name().toString(),
                        "CREATE SEQUENCE %s START WITH %d INCREMENT BY %d"
                                .formatted(
                                        Identifiers.quote(target, names.target(sequence.name())),
                                        sequence.start(),
                                        sequence.increment())));
            }
        }
    }
}
