package dev.understudy.definition;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.Sequence;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;

/** The same schema as if it had been read from a MariaDB database of another name. */
record Renaming(String from, String to) {
    Schema of(Schema schema) {
        return new Schema(
                schema.vendor(),
                schema.vendorVersion(),
                to,
                schema.tables().stream().map(this::table).toList(),
                schema.foreignKeys().stream().map(this::link).toList(),
                schema.sequences().stream().map(this::sequence).toList(),
                schema.objects().stream().map(this::object).toList());
    }

    private TableName name(TableName name) {
        return name.schema().equals(from) ? new TableName(to, name.name()) : name;
    }

    private String text(String text) {
        return text.replace("`" + from + "`", "`" + to + "`");
    }

    private Table table(Table table) {
        return new Table(
                name(table.name()),
                table.kind(),
                table.columns().stream().map(this::column).toList(),
                table.keys(),
                table.checks(),
                table.indexes(),
                table.inherits(),
                table.partitioning(),
                -1,
                table.comment(),
                text(table.definition()),
                table.options());
    }

    private Column column(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.filling(),
                text(column.defaultExpression()),
                text(column.generation()),
                column.comment());
    }

    private ForeignKey link(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                name(key.child()),
                name(key.parent()),
                key.columns(),
                key.optional(),
                key.deferrability(),
                key.declared(),
                key.onDelete(),
                key.onUpdate(),
                key.definition());
    }

    private Sequence sequence(Sequence sequence) {
        return new Sequence(
                name(sequence.name()),
                sequence.start(),
                sequence.increment(),
                sequence.feeds().stream()
                        .map(fed -> new ColumnName(name(fed.table()), fed.column()))
                        .toList(),
                sequence.owned(),
                text(sequence.definition()));
    }

    private SchemaObject object(SchemaObject object) {
        return new SchemaObject(
                object.kind(),
                name(object.name()),
                text(object.definition()),
                object.handling(),
                object.reason(),
                object.needs().stream().map(this::name).toList());
    }
}
