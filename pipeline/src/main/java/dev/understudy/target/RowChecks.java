package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.DeclaredViolations;
import dev.understudy.sql.statement.Violations;
import dev.understudy.sql.vendor.TranslatedConstraints;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a target, table by table, for rows that break a constraint of the source. */
final class RowChecks {
    private final Connection connection;
    private final Vendor vendor;
    private final Schema source;
    private final SchemaNames names;
    private final Standing standing;
    private final Validated validated;
    private final Violations queries;
    private final TranslatedConstraints translated;
    private final List<Violation> violations = new ArrayList<>();
    private long checked;

    /** @param validated what need not be asked for again; counts as checked */
    RowChecks(
            Connection connection,
            Vendor vendor,
            Schema source,
            SchemaNames names,
            Standing standing,
            Validated validated) {
        this.connection = connection;
        this.vendor = vendor;
        this.source = source;
        this.names = names;
        this.standing = standing;
        this.validated = validated;
        this.queries = new Violations(vendor, vendor == Vendor.POSTGRESQL ? inheritedFrom() : Set.of());
        this.translated = new TranslatedConstraints(source.vendor(), vendor);
    }

    private Set<TableName> inheritedFrom() {
        return source.tables().stream()
                .filter(table -> table.kind() == TableKind.INHERITED)
                .flatMap(table -> table.inherits().stream())
                .map(parent -> standing.full(names.target(parent)))
                .collect(Collectors.toSet());
    }

    long checked() {
        return checked;
    }

    List<Violation> violations() {
        return violations;
    }

    void check(WrittenTable table) throws SQLException {
        checkNulls(table);
        for (UniqueKey key : table.source().keys()) {
            // Conditions and expressions are texts of the source's vendor.
            Optional<UniqueKey> here = translated.of(table.source(), key);
            if (here.isPresent()) {
                ask(
                        Violation.Kind.KEY,
                        table.target() + "." + key.name(),
                        queries.duplicates(table.target(), here.get()));
            }
        }
        for (Check check : table.source().checks()) {
            Optional<Check> here = check.enforced() ? translated.of(table.source(), check) : Optional.empty();
            if (here.isPresent()) {
                ask(
                        Violation.Kind.CHECK,
                        table.target() + "." + check.name(),
                        queries.broken(table.target(), here.get()));
            }
        }
        for (ForeignKey key : source.foreignKeysOf(table.source().name())) {
            TableName parent = standing.full(names.target(key.parent()));
            if (standing.has(parent)) {
                ask(
                        Violation.Kind.LINK,
                        table.target() + "." + key.name(),
                        queries.orphans(key.between(table.target(), parent)));
            }
        }
        checkDeclared(table);
    }

    /** What only the operator says: rules of the table, and totals in it. */
    private void checkDeclared(WrittenTable table) throws SQLException {
        TableName name = table.source().name();
        DeclaredViolations declared = new DeclaredViolations(vendor, other -> standing.full(names.target(other)));
        for (DeclaredRule rule : source.declarations().rules()) {
            Optional<DeclaredRule> here = rule.table().equals(name) ? translated.of(rule) : Optional.empty();
            if (here.isPresent() && rule.joined().stream().allMatch(joined -> stands(joined.link()))) {
                ask(Violation.Kind.RULE, rule.text(), declared.broken(here.get()));
            }
        }
        for (DeclaredTotal total : source.declarations().totals()) {
            if (total.link().parent().equals(name) && stands(total.link())) {
                ColumnType type =
                        table.source().column(total.column()).orElseThrow().type();
                ask(Violation.Kind.RULE, total.text(), declared.broken(total, type));
            }
        }
    }

    private boolean stands(ForeignKey link) {
        return standing.has(standing.full(names.target(link.parent())))
                && standing.has(standing.full(names.target(link.child())));
    }

    /** One scan for all columns; only if that finds something, one for each. */
    private void checkNulls(WrittenTable table) throws SQLException {
        List<String> columns = table.source().columns().stream()
                .filter(column -> !column.nullable())
                .map(Column::name)
                .filter(column -> !isKnownToBeFull(table, column))
                .toList();
        if (columns.isEmpty()) {
            return;
        }
        if (Answers.number(connection, queries.nulls(table.target(), columns)).orElse(0) == 0) {
            checked += columns.size();
            return;
        }
        for (String column : columns) {
            ask(Violation.Kind.NULL, table.target() + "." + column, queries.nulls(table.target(), column));
        }
    }

    private boolean isKnownToBeFull(WrittenTable table, String column) {
        boolean known = validated.holdsNoNull(standing, table.target(), column);
        checked += known ? 1 : 0;
        return known;
    }

    private void ask(Violation.Kind kind, String object, String query) throws SQLException {
        checked++;
        if (validated.holds(kind, object)) {
            return;
        }
        long rows = Answers.number(connection, query).orElse(0);
        if (rows > 0) {
            violations.add(new Violation(kind, object, rows));
        }
    }
}
