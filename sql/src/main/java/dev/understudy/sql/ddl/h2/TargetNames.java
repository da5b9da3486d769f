package dev.understudy.sql.ddl.h2;

import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.Sequence;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.text.QualifiedNames;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.Identifiers;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Names of the target, alone and inside H2's own texts, where every name is quoted and qualified. */
final class TargetNames {
    private final SchemaNames names;
    private final Set<TableName> known = new HashSet<>();

    TargetNames(Schema source, SchemaNames names) {
        this.names = names;
        for (Table table : source.tables()) {
            known.add(table.name());
            String schema = table.name().schema();
            table.keys().forEach(key -> known.add(new TableName(schema, key.name())));
            table.indexes().forEach(index -> known.add(new TableName(schema, index.name())));
        }
        source.sequences().stream().map(Sequence::name).forEach(known::add);
        for (SchemaObject object : source.objects()) {
            String own = object.name().name();
            known.add(object.name());
            // A trigger is listed behind its table's name.
            known.add(new TableName(object.name().schema(), own.substring(own.indexOf('.') + 1)));
        }
    }

    String quoted(TableName source) {
        return Identifiers.quote(Vendor.H2, names.target(source));
    }

    /** {@code text} with the target's schemas in place of the source's. */
    String in(String text) {
        return QualifiedNames.ansi(text)
                .replace(name -> known.contains(name) && !names.target(name).equals(name)
                        ? Optional.of(quoted(name))
                        : Optional.empty());
    }
}
